import path from 'node:path';
import { projectRoot } from '../tools/projectRoot.mjs';

/** The bundles of the engine: its `parts` for the peers here, and the `whole` as it is shipped. */
export const engineBundle = {
  parts: path.join(projectRoot, 'out', 'bench', 'engineParts.mjs'),
  whole: path.join(projectRoot, 'out', 'bench', 'engine.mjs'),
};
