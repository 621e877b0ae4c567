import type { PerAxis } from '../convolution/conv2dParams';
import { negativeProblem, positiveProblem, type Unsolved } from './solveProblem';

/** What a layer of windows, convolution or pooling, does to places; `[h, w]` each. */
export interface WindowLayer {
  readonly kernelSize: PerAxis;
  readonly strides: PerAxis;
  readonly dilations: PerAxis;
  /** Cells added before the first one. */
  readonly before: PerAxis;
}

/** What one cell after some layers sees of the first input, along one axis; in cells of that input. */
export interface AxisReceptiveField {
  /** Cells from the first to the last that it can depend on; padding counts too. */
  readonly size: number;
  /** From the field of one cell to that of the next. */
  readonly jump: number;
  /** The centre of the field of cell 0; 0 is the centre of input cell 0, and halves lie between two cells. */
  readonly start: number;
}

/** The receptive field after some layers. */
export interface ReceptiveField {
  readonly height: AxisReceptiveField;
  readonly width: AxisReceptiveField;
}

/** Why there is no receptive field: what is wrong with which layer, counted from 0. */
export interface ReceptiveFieldProblem extends Unsolved {
  readonly layer: number;
}

const untouched: AxisReceptiveField = { size: 1, jump: 1, start: 0 };

/**
 * The receptive fields through a stack: record 0 is the input's, record i that after i layers. By layer the size grows
 * by (span − 1)·jump, the start by ((span − 1) / 2 − before)·jump, and the jump is multiplied by the stride
 * (Araujo, Norris and Sim, Computing Receptive Fields of Convolutional Neural Networks, Distill 2019).
 */
export function receptiveFields(
  layers: readonly WindowLayer[],
): readonly [ReceptiveField, ...ReceptiveField[]] | ReceptiveFieldProblem {
  const fields: [ReceptiveField, ...ReceptiveField[]] = [{ height: untouched, width: untouched }];
  let last = fields[0];
  for (const [index, layer] of layers.entries()) {
    const next = { height: through(last.height, layer, 0), width: through(last.width, layer, 1) };
    const problem = layerProblem(layer) ?? fieldProblem(next.height) ?? fieldProblem(next.width);
    if (problem) return { ...problem, layer: index };
    fields.push(next);
    last = next;
  }
  return fields;
}

/** The input cells that cell `index` can depend on, both included; they may lie in the padding. */
export function receptiveCells(field: AxisReceptiveField, index: number): { first: number; last: number } {
  const first = field.start + index * field.jump - (field.size - 1) / 2;
  return { first, last: first + field.size - 1 };
}

function through(field: AxisReceptiveField, layer: WindowLayer, axis: 0 | 1): AxisReceptiveField {
  const reach = layer.dilations[axis] * (layer.kernelSize[axis] - 1);
  return {
    size: field.size + reach * field.jump,
    jump: field.jump * layer.strides[axis],
    start: field.start + (reach / 2 - layer.before[axis]) * field.jump,
  };
}

function layerProblem({ kernelSize, strides, dilations, before }: WindowLayer): Unsolved | undefined {
  for (const axis of [0, 1] as const) {
    const problem =
      positiveProblem({ kernelSize: kernelSize[axis], stride: strides[axis], dilation: dilations[axis] }) ??
      negativeProblem({ before: before[axis] });
    if (problem) return problem;
  }
  return undefined;
}

function fieldProblem({ size, jump, start }: AxisReceptiveField): Unsolved | undefined {
  // Twice the start is whole.
  return [size, jump, 2 * start].every(Number.isSafeInteger)
    ? undefined
    : { unsolved: 'too-large', numbers: { size, jump, start } };
}
