/** Tracebacks are looked through from their end up to here. */
const longestText = 40_000;

/** Cells of a notebook have no file of their own. */
const cellFile = /^(?:<ipython-input|Cell In|.*[\\/]ipykernel_)/;

/**
 * The lines of a file that a Python traceback names, counted from 0, the innermost first; of a notebook those of all its
 * cells.
 */
export function tracebackLines(text: string, fileName: string, isNotebook: boolean): readonly number[] {
  const lines: number[] = [];
  const tail = text.slice(-longestText);
  for (const [, file, line] of tail.matchAll(/File "?([^"\n]{1,300}?)"?(?:, line |:)(\d{1,7})/g))
    if (isSame(file!, fileName, isNotebook)) lines.push(Number(line) - 1);
  if (isNotebook)
    for (const [, line] of tail.matchAll(/Cell In ?\[\d{1,6}\], line (\d{1,7})/g)) lines.push(Number(line) - 1);
  return lines.reverse();
}

function isSame(file: string, fileName: string, isNotebook: boolean): boolean {
  return isNotebook ? cellFile.test(file) : file.split(/[\\/]/).at(-1) === fileName;
}
