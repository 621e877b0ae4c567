import fs from 'node:fs';
import path from 'node:path';

/** Makes a folder for this process alone, and removes those that ended processes of the same kind left behind. */
export function ownFolder(parent, kind) {
  fs.mkdirSync(parent, { recursive: true });
  for (const name of fs.readdirSync(parent)) {
    const owner = name.startsWith(`${kind}-`) && /-(\d+)(?:-\w+)?$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  return fs.mkdtempSync(path.join(parent, `${kind}-${process.pid}-`));
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
