import type { PerAxis } from '../convolution/conv2dParams';
import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { PlanProblem } from '../planProblem';
import type { Pool2dPlan } from '../pooling/pool2dPlan';
import type { ReceptiveField } from '../solve/receptiveField';
import type { ConvTranspose2dPlan } from '../transposed/convTranspose2dPlan';
import type { NetworkLayer } from './networkLayer';

/** Channels, rows and columns of an activation; or the values of a row, after flattening. */
export type StageShape = readonly [channels: number, rows: number, cols: number] | readonly [values: number];

/** A layer in its place: what it makes of its input, why it cannot be, or that a stage before it cannot be. */
export type NetworkStage = PlannedStage | RefusedStage | UnreachedStage;

/** A layer with all sizes known. */
export interface PlannedStage {
  readonly kind: 'planned';
  readonly index: number;
  readonly layer: NetworkLayer;
  readonly inputShape: StageShape;
  readonly outputShape: StageShape;
  readonly plan: LayerPlan;
  readonly parameters: ParameterCount;
  /** 0 where nothing is multiplied by a weight. */
  readonly multiplyAdds: number;
  readonly reach: Reach;
}

/** A layer that cannot be. */
export interface RefusedStage {
  readonly kind: 'refused';
  readonly index: number;
  readonly layer: NetworkLayer;
  readonly inputShape: StageShape;
  readonly problem: StageProblem;
  /** Changes with which this stage can be, the smallest first; none where there is no such change of one layer. */
  readonly remedies: readonly Remedy[];
}

/** A layer behind one that cannot be. */
export interface UnreachedStage {
  readonly kind: 'unreached';
  readonly index: number;
  readonly layer: NetworkLayer;
}

/** The geometry of a layer: convolutions and poolings have batch 1. */
export type LayerPlan =
  | { readonly kind: 'conv'; readonly geometry: Conv2dPlan }
  | { readonly kind: 'transposed'; readonly geometry: ConvTranspose2dPlan }
  | { readonly kind: 'pool'; readonly geometry: Pool2dPlan; readonly pooling: 'max' | 'average' }
  | { readonly kind: 'relu'; readonly values: number }
  | { readonly kind: 'flatten'; readonly values: number }
  | { readonly kind: 'softmax'; readonly values: number }
  | { readonly kind: 'dense'; readonly inputs: number; readonly outputs: number };

/** What is learned. */
export interface ParameterCount {
  readonly weights: number;
  readonly biases: number;
}

/**
 * What of the image a value can depend on. `windows`: a rectangle that moves by the jump from value to value, padding
 * included. `varies`: behind a transposed convolution rectangles differ; none has more than `largest` [rows, columns].
 * `whole`: all of it.
 */
export type Reach =
  | { readonly kind: 'windows'; readonly field: ReceptiveField }
  | { readonly kind: 'varies'; readonly largest: PerAxis }
  | { readonly kind: 'whole' };

/** Why a stage cannot be: what the geometry has against it, or how the layers follow each other. */
export type StageProblem =
  | PlanProblem
  | { readonly problem: StageProblemCode; readonly numbers: Readonly<Record<string, number>> };

/** `needs-planes`: a convolution or pooling of a row. `needs-row`: a dense layer or softmax of planes. */
export type StageProblemCode =
  | 'needs-planes'
  | 'needs-row'
  | 'units-not-positive'
  | 'preset-size-differs'
  | 'weight-count-differs'
  | 'bias-count-differs'
  | 'seed-not-whole';

/** A change with which a refused stage can be, and the numbers that say it. */
export interface Remedy {
  readonly code: RemedyCode;
  readonly numbers: Readonly<Record<string, number>>;
  /** `replace` the refused layer, or `insert` one before it. */
  readonly change: { readonly kind: 'replace' | 'insert'; readonly layer: NetworkLayer };
}

/** What a remedy changes. */
export type RemedyCode =
  | 'smaller-kernel'
  | 'less-dilation'
  | 'more-padding'
  | 'less-padding'
  | 'less-output-padding'
  | 'other-groups'
  | 'other-filters'
  | 'flatten-first'
  | 'kernel-of-preset'
  | 'seeded-weights'
  | 'no-biases'
  | 'at-least-one';
