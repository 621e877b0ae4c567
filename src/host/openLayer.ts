import { matrixOf } from '../engine/tensor';
import type { Operand } from '../session/operand';
import { patternMatrix } from '../session/patternMatrix';
import { isRecord } from '../session/readParams';
import { startSession } from '../session/start';
import { type LayerScene, readLayerScene } from './layerScene';
import { leaveHover } from './leaveHover';
import type { LensPanel } from './lensPanel';

/** The same input for every layer. */
const seed = 0;

/**
 * Opens the panel with a layer's window and parameters, over an input of random digits as large as the layer's; with
 * `solves`, on the solver for paddings. Does nothing for what is no scene.
 */
export async function openLayer(panel: LensPanel, argument: unknown): Promise<void> {
  const scene = isRecord(argument) ? readLayerScene(argument.scene) : undefined;
  const input = scene && patternMatrix({ kind: 'random', seed }, ...scene.input);
  if (!scene || !input) return;
  const session = startSession(draftOf(input, undefined), draftOf(windowOf(scene), scene.name));
  const { isShown } = panel;
  panel.show({ ...session, params: { ...session.params, ...scene.params } });
  if (isRecord(argument) && argument.solves === true) panel.solve(isShown);
  await leaveHover();
}

function draftOf(tensor: Operand['tensor'], name: string | undefined): Operand {
  return { name, tensor, plane: 0, origin: { kind: 'draft' }, written: undefined };
}

/** A mean for a pooling, else bright to dark from left to right, since the layer's own weights are not in the text. */
function windowOf({ kernel: [rows, cols], isPool }: LayerScene): Operand['tensor'] {
  const value = (col: number) => (isPool ? 1 / (rows * cols) : Math.sign((cols - 1) / 2 - col));
  return matrixOf(Array.from({ length: rows }, () => Array.from({ length: cols }, (_, col) => value(col))));
}
