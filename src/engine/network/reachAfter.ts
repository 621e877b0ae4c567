import type { Pool2dPlan } from '../pooling/pool2dPlan';
import { receptiveFields, type WindowLayer } from '../solve/receptiveField';
import type { LayerPlan, Reach } from './networkStage';

/** What one layer of windows does to places along one axis. */
interface Step {
  readonly kind: 'windows' | 'transposed';
  readonly span: number;
  readonly stride: number;
}

/** What of the image a value can depend on that comes out of the last of these layers. */
export function reachAfter(plans: readonly LayerPlan[]): Reach {
  if (plans.some(({ kind }) => kind === 'dense' || kind === 'softmax')) return { kind: 'whole' };
  if (plans.some(({ kind }) => kind === 'transposed')) {
    return { kind: 'varies', largest: [largest(plans, 'height'), largest(plans, 'width')] };
  }
  const fields = receptiveFields(plans.flatMap(windowsOf));
  // Beyond 2^53 cells no rectangle can be named.
  return 'unsolved' in fields ? { kind: 'whole' } : { kind: 'windows', field: fields.at(-1)! };
}

function windowsOf(plan: LayerPlan): readonly WindowLayer[] {
  if (plan.kind !== 'conv' && plan.kind !== 'pool') return [];
  const { height, width } = plan.kind === 'conv' ? plan.geometry : stridedAxes(plan.geometry);
  return [
    {
      kernelSize: [height.kernelSize, width.kernelSize],
      strides: [height.stride, width.stride],
      dilations: [height.dilation, width.dilation],
      before: [height.before, width.before],
    },
  ];
}

/** From one value back: a window of n places after a layer reads at most so many before it. */
function largest(plans: readonly LayerPlan[], axis: 'height' | 'width'): number {
  return plans
    .flatMap((plan) => stepOf(plan, axis))
    .reduceRight(
      (places, { kind, span, stride }) =>
        kind === 'windows' ? (places - 1) * stride + span : Math.floor((places + span - 2) / stride) + 1,
      1,
    );
}

function stepOf(plan: LayerPlan, axis: 'height' | 'width'): readonly Step[] {
  if (plan.kind === 'transposed') return [{ kind: 'transposed', ...plan.geometry[axis] }];
  if (plan.kind === 'conv') return [{ kind: 'windows', ...plan.geometry[axis] }];
  return plan.kind === 'pool' ? [{ ...stridedAxes(plan.geometry)[axis], kind: 'windows' }] : [];
}

/** The axes of a pooling whose windows have one size, as all poolings of a network have. */
function stridedAxes({ height, width }: Pool2dPlan) {
  if (height.kind === 'adaptive' || width.kind === 'adaptive')
    throw new TypeError('An adaptive pooling has no window.');
  return { height, width };
}
