import type { AxisWindow, Layer, Size } from '../layer';
import type { LayerProblem } from '../layerProblem';
import type { LayerFix } from './layerFault';

interface Refusal {
  readonly layer: Layer;
  readonly problem: LayerProblem;
  readonly name: string;
  readonly factors: readonly number[] | undefined;
}

/** Changes of one argument that mend a layer; none where the argument stands elsewhere, under a name. */
export function fixesOf(
  refusal: Refusal,
  { from, to }: { readonly from: number; readonly to: number },
  text: string,
): readonly LayerFix[] {
  const written = text.slice(from, to);
  const right = rightText(refusal, written);
  return right === undefined ? [] : [{ start: from, end: to, text: right, argument: refusal.name }];
}

function rightText({ layer, problem, factors }: Refusal, written: string): string | undefined {
  switch (problem.problem) {
    case 'channel-mismatch': {
      const { found } = problem.details;
      if (!/^[\d_\s()*+/-]+$/.test(written) || typeof found !== 'number') return undefined;
      const isProduct = written.includes('*') && factors !== undefined;
      return isProduct ? factors.join(' * ') : String(found);
    }
    case 'same-with-stride':
      return layer.kind === 'conv' ? tupleText(layer.axes.map(halfReach)) : undefined;
    case 'pool-pad-too-large':
      return layer.kind === 'pool' && /^[\d\s(),]+$/.test(written) ? tupleText(layer.axes.map(mostPadding)) : undefined;
    default:
      return undefined;
  }
}

/** The padding on both sides with which a stride gives ⌈N/S⌉ cells, as *same* does elsewhere; undefined for even kernels. */
function halfReach({ kernel, dilation }: AxisWindow): Size {
  if (kernel === undefined || dilation === undefined) return undefined;
  const reach = dilation * (kernel - 1);
  return reach % 2 === 0 ? reach / 2 : undefined;
}

function mostPadding({ kernel, dilation, padding }: AxisWindow): Size {
  if (kernel === undefined || dilation === undefined || padding.kind !== 'explicit' || padding.before === undefined)
    return undefined;
  return Math.min(padding.before, Math.floor((dilation * (kernel - 1) + 1) / 2));
}

function tupleText(sizes: readonly Size[]): string | undefined {
  if (sizes.length === 0 || sizes.includes(undefined)) return undefined;
  return sizes.every((size) => size === sizes[0]) ? String(sizes[0]) : `(${sizes.join(', ')})`;
}
