import type { FormatId } from './formatKinds';
import type { MatrixFormat } from './matrixFormat';
import { nameRules } from './nameRules';
import { hangingLayout } from './nestedLayout';

const lists = hangingLayout('[', ']');

/** A nested list in brackets, within the call that makes an array of it. */
function pythonFormat(
  id: FormatId,
  [before, after]: readonly [string, string],
  [nan, infinity]: readonly [string, string],
): MatrixFormat {
  return {
    id,
    // Without its point, a negative zero would be the integer 0.
    spelling: { nan, infinity, minusZero: '-0.0' },
    isAligned: true,
    names: nameRules.python,
    frame: (_, name) => ({
      before: `${name === undefined ? '' : `${name} = `}${before}`,
      layout: lists,
      after,
    }),
  };
}

const fromText = ["float('nan')", "float('inf')"] as const;

/** Python's nested list, and the arrays of its libraries; tensors in double precision, or they would round. */
export const pythonFormats: readonly MatrixFormat[] = [
  pythonFormat('numpy', ['np.array(', ')'], ['np.nan', 'np.inf']),
  pythonFormat('list', ['', ''], fromText),
  pythonFormat('torch', ['torch.tensor(', ', dtype=torch.float64)'], fromText),
  pythonFormat('tensorflow', ['tf.constant(', ', dtype=tf.float64)'], fromText),
];
