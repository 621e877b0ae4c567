import fs from 'node:fs';
import path from 'node:path';
import { ownFolder } from './ownFolder.mjs';
import { projectRoot, scratchFolder } from './projectRoot.mjs';

const samples = path.join(projectRoot, 'media', 'samples');

/** A copy of the sample folder for this process alone: what is typed or saved there does not touch the project. */
export function copySamples() {
  const folder = path.join(ownFolder(scratchFolder, 'samples'), 'samples');
  fs.cpSync(samples, folder, { recursive: true });
  return folder;
}
