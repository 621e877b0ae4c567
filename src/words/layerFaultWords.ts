import type { LayerFault } from '../layers/check/layerFault';
import { layerProblemText } from './layerProblemWords';
import { countText } from './numberText';
import type { Translate } from './translate';

/** Why a layer does not fit, with the arithmetic that gives the right number; plain text. */
export function layerFaultText(t: Translate, fault: LayerFault): string {
  const { problem, argument, path, needsFlatten } = fault;
  const { expected, found, span, paddedSize, inputSize } = problem.details;
  if (problem.problem === 'kernel-larger-than-input' && typeof span === 'number')
    return t(
      '{0}: the kernel spans {1} cells, and only {2} come in with the padding, as {3}.',
      path,
      span,
      paddedSize ?? inputSize ?? '?',
      inputText(fault),
    );
  if (problem.problem !== 'channel-mismatch' || typeof found !== 'number' || typeof expected !== 'number')
    return `${path}: ${layerProblemText(t, problem)}`;
  if (needsFlatten)
    return t(
      '{0} takes {1} features, but {2} come in: flatten them before, {3}.',
      path,
      expected,
      inputText(fault),
      `${inputText(fault, '·')} = ${expected}`,
    );
  const count = arithmetic(fault, found);
  const isDense = argument === 'in_features' || argument === 'in_units';
  return isDense
    ? t('{0} features come in, but {1} is {2}.', count, argument, expected)
    : t('{0} channels come in, but {1} is {2}.', count, argument ?? path, expected);
}

/** `16·5·5 = 400`, or the number alone. */
function arithmetic({ factors }: LayerFault, found: number): string {
  return factors && factors.length > 1 ? `${factors.join('·')} = ${found}` : String(found);
}

function inputText({ input }: LayerFault, sign = ' × '): string {
  return input
    .slice(1)
    .map((size) => (size === undefined ? '?' : countText(size)))
    .join(sign);
}
