import type { Conv2dParams, Fill } from './convolution/conv2dParams';
import type { Conv2dPlan } from './convolution/conv2dPlan';
import type { AxisName, PlanProblem } from './planProblem';
import type { Pool2dPlan } from './pooling/pool2dPlan';

/** What of an axis PyTorch looks at before it pads. */
interface Padded {
  readonly inputSize: number;
  readonly before: number;
  readonly after: number;
}

/**
 * What PyTorch 2.13 refuses of a convolution that other libraries compute: *same* with a stride other than 1
 * (`same-with-stride`), and what `torchPadProblem` refuses. Undefined for what it computes too.
 */
export function torchConvProblem(plan: Conv2dPlan, { padding, strides }: Conv2dParams): PlanProblem | undefined {
  const isSame = padding.kind === 'same_upper' || padding.kind === 'same_lower';
  if (isSame && (strides[0] !== 1 || strides[1] !== 1)) {
    return { problem: 'same-with-stride', numbers: { strideHeight: strides[0], strideWidth: strides[1] } };
  }
  return torchPadProblem(plan.height, plan.width, plan.fill);
}

/**
 * What PyTorch 2.13 refuses of a padding, in cells, that NumPy computes: `reflect` needs fewer added cells on each side
 * than the axis has, `circular` at most as many.
 */
export function torchPadProblem(height: Padded, width: Padded, fill: Fill): PlanProblem | undefined {
  return axisProblem('height', height, fill) ?? axisProblem('width', width, fill);
}

/**
 * What PyTorch 2.13 refuses of a pooling that ONNX and TensorFlow compute: padding of more than half of the cells that
 * the window spans, rounded down.
 */
export function torchPoolProblem(plan: Pool2dPlan): PlanProblem | undefined {
  for (const axis of ['height', 'width'] as const) {
    const pooled = plan[axis];
    if (pooled.kind === 'adaptive') continue;
    const { before, after, span } = pooled;
    const most = Math.floor(span / 2);
    if (Math.max(before, after) > most)
      return { problem: 'pool-pad-too-large', axis, numbers: { before, after, most } };
  }
  return undefined;
}

function axisProblem(axis: AxisName, { inputSize, before, after }: Padded, { kind }: Fill): PlanProblem | undefined {
  const most = kind === 'reflect' ? inputSize - 1 : kind === 'circular' ? inputSize : Number.POSITIVE_INFINITY;
  if (Math.max(before, after) <= most) return undefined;
  const problem = kind === 'reflect' ? 'reflect-pad-too-large' : 'circular-pad-too-large';
  return { problem, axis, numbers: { inputSize, before, after, most } };
}
