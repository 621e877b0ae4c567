import { defaultConv2dParams } from '../engine/convolution/conv2dParams';
import { unaskedWork } from '../engine/convolution/planWithinCeiling';
import { type PresetId, presetById } from '../engine/kernels/presets';
import { matrixOf } from '../engine/tensor';
import type { MatrixLiteral } from '../literals/literal';
import type { ExampleId } from './act';
import type { Operand, OperandReading, Origin } from './operand';
import { placesOf } from './placesOf';
import { readingOf } from './readingOf';
import type { SessionState } from './state';

/** The preset that stands in until the person has used a kernel of their own. */
export const firstPreset: PresetId = 'verticalEdge';

/** A preset as a kernel; undefined when there is none of that id. */
export function presetOperand(id: string): Operand | undefined {
  const preset = presetById(id);
  return preset && operandOf(preset.matrix, { kind: 'preset', id });
}

/** A literal as input or kernel. */
export function literalOperand(literal: MatrixLiteral, origin: Origin): Operand {
  const { name, shape, data } = literal;
  return { ...operandOf({ shape, data }, origin), name, places: placesOf(literal), reading: readingOf(literal) };
}

/** A matrix of a file as input or kernel; `reading` where the file holds numbers rather than a picture. */
export function fileOperand(
  tensor: Operand['tensor'],
  name: string,
  origin: Origin,
  reading?: OperandReading,
): Operand {
  return { ...operandOf(tensor, origin), name, reading };
}

/** A session over two matrices with the usual parameters. */
export function startSession(input: Operand, kernel: Operand, candidates: readonly Operand[] = []): SessionState {
  return { input, kernel, params: defaultConv2dParams, ceiling: unaskedWork, candidates, notice: undefined };
}

/** The session on which the playground starts. */
export function draftSession(): SessionState {
  return exampleSession('nine-patches');
}

/** A worked example of the course with the usual parameters. */
export function exampleSession(id: ExampleId): SessionState {
  const { input, kernel } = examples[id];
  const weights = typeof kernel === 'string' ? presetOperand(kernel)! : operandOf(matrixOf(kernel), { kind: 'draft' });
  return startSession(operandOf(matrixOf(input), { kind: 'draft' }), weights);
}

interface Example {
  readonly input: readonly (readonly number[])[];
  /** Weights, or the preset that they are. */
  readonly kernel: readonly (readonly number[])[] | PresetId;
}

/** The mission's rows S1, S2, S3 and S9. */
const examples: Readonly<Record<ExampleId, Example>> = {
  'every-step': {
    input: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    kernel: [
      [1, 0],
      [0, -1],
    ],
  },
  'one-patch': {
    input: [
      [1, 2, 0],
      [0, 1, 3],
      [1, 2, 1],
    ],
    kernel: 'laplacian',
  },
  'bright-edge': {
    input: [
      [10, 10, 200],
      [10, 10, 200],
      [10, 10, 200],
    ],
    kernel: 'sobelX',
  },
  'nine-patches': {
    input: [
      [1, 2, 3, 0, 1],
      [0, 1, 2, 3, 1],
      [1, 0, 1, 2, 0],
      [2, 1, 0, 1, 2],
      [1, 2, 1, 0, 1],
    ],
    kernel: firstPreset,
  },
};

function operandOf(tensor: Operand['tensor'], origin: Origin): Operand {
  return { name: undefined, tensor, plane: 0, origin, written: undefined };
}
