import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The ignored folder of everything that is fetched or that a run leaves behind. */
export const scratchFolder = path.join(projectRoot, '.vscode-test');

/** Whether a module is the one that `node` was called with. */
export function isMain(moduleUrl) {
  return process.argv[1] === fileURLToPath(moduleUrl);
}
