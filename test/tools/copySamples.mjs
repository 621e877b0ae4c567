import fs from 'node:fs';
import path from 'node:path';
import { projectRoot, scratchFolder } from './projectRoot.mjs';

/** A fresh copy of the sample folder, so that what is typed or saved there does not touch the project. */
export function copySamples(purpose) {
  const copy = path.join(scratchFolder, 'samples', purpose);
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(path.join(projectRoot, 'media', 'samples'), copy, { recursive: true });
  return copy;
}
