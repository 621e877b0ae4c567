import type { Padding } from '../../engine/convolution/conv2dParams';
import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import { planAxis } from '../../engine/convolution/planAxis';
import type { AxisGeometry } from '../../engine/padding/padding';
import { type AxisName, isPlanProblem, type PlanProblem } from '../../engine/planProblem';
import { planPoolAxis } from '../../engine/pooling/planPool2d';
import type { AxisWindow, ConvLayer, DepthwiseLayer, PoolLayer, Size, UnfoldLayer } from '../layer';
import { type LayerProblem, layerProblem } from '../layerProblem';

/** The geometry of one axis under a window; undefined where its numbers depend on names. */
export type AxisSize = { readonly plan: AxisPlan | undefined; readonly size: Size } | LayerProblem;

/** The output of each axis under the window of a convolution. */
export function convSizes(
  { axes, library }: ConvLayer | DepthwiseLayer | UnfoldLayer,
  spatial: readonly Size[],
): readonly AxisSize[] {
  return axes.map((window, axis) => {
    const isTorch = library === 'torch' || library === 'torch.functional';
    const isStrided = window.stride !== undefined && window.stride !== 1;
    if (isTorch && window.padding.kind === 'same_upper' && isStrided)
      return layerProblem('same-with-stride', { stride: window.stride! });
    const known = knownAxis(window, spatial[axis]);
    if (!known) return { plan: undefined, size: sameSize(window, spatial[axis]) };
    return sizeOf(planAxis(axisName(axis, axes.length), known.geometry, known.padding));
  });
}

/** The output of each axis under the window of a pooling. */
export function poolSizes({ axes, ceil, limitsPadding }: PoolLayer, spatial: readonly Size[]): readonly AxisSize[] {
  return axes.map((window, axis) => {
    const known = knownAxis(window, spatial[axis]);
    if (!known || ceil === undefined) return { plan: undefined, size: undefined };
    const name = axisName(axis, axes.length);
    const plan = planPoolAxis(name, known.geometry, known.padding, ceil ? 'ceil_inside' : 'floor');
    if (isPlanProblem(plan)) return problemOf(plan);
    const most = Math.floor(plan.span / 2);
    if (limitsPadding && Math.max(plan.before, plan.after) > most)
      return layerProblem('pool-pad-too-large', { before: plan.before, after: plan.after, most });
    const { kind: _kind, overhang: _overhang, ...geometry } = plan;
    return { plan: geometry, size: plan.outputSize };
  });
}

/** *Same* with stride 1 keeps a size whatever the kernel. */
function sameSize({ stride, padding }: AxisWindow, size: Size): Size {
  return stride === 1 && padding.kind.startsWith('same') ? size : undefined;
}

/** The axes of up to three dimensions by the engine's two names; a depth counts as a height. */
export function axisName(axis: number, axes: number): AxisName {
  return axis === axes - 1 ? 'width' : 'height';
}

/** The numbers of a window over an axis; undefined where one of them depends on names. */
export function knownAxis(
  { kernel, stride, dilation, padding }: AxisWindow,
  inputSize: Size,
): { readonly geometry: AxisGeometry; readonly padding: Padding } | undefined {
  if (inputSize === undefined || kernel === undefined || stride === undefined || dilation === undefined)
    return undefined;
  const sides = sidesOf(padding, dilation * (kernel - 1));
  return sides && { geometry: { inputSize, kernelSize: kernel, stride, dilation }, padding: sides };
}

function sidesOf(padding: AxisWindow['padding'], reach: number): Padding | undefined {
  switch (padding.kind) {
    case 'unknown':
      return undefined;
    case 'same_upper':
    case 'same_lower':
      return { kind: padding.kind };
    case 'causal':
      return explicit(reach, 0);
    case 'explicit':
      return padding.before === undefined || padding.after === undefined
        ? undefined
        : explicit(padding.before, padding.after);
  }
}

/** The same sides whichever of the two axes they are asked for. */
function explicit(before: number, after: number): Padding {
  return { kind: 'explicit', top: before, bottom: after, left: before, right: after };
}

function sizeOf(plan: AxisPlan | PlanProblem): AxisSize {
  return isPlanProblem(plan) ? problemOf(plan) : { plan, size: plan.outputSize };
}

/** What stands in the way of an axis, as a problem of the call. */
export function problemOf({ problem, axis, numbers }: PlanProblem): LayerProblem {
  return layerProblem(problem, axis === undefined ? numbers : { axis, ...numbers });
}
