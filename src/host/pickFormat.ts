import * as vscode from 'vscode';
import { formats } from '../literals/write/formats';
import type { MatrixFormat } from '../literals/write/matrixFormat';
import { writeMatrix } from '../literals/write/writeMatrix';
import { formatName } from '../words/formatWords';
import type { Writable } from './writable';
import { tensorFor } from './writtenText';

/** Larger matrices are not written for a look at how they begin. */
const mostPreviewed = 1024;

/** Lets the person choose a format, the given one first; undefined when they turn away. */
export async function pickFormat(
  writable: Writable,
  first: MatrixFormat | undefined,
  title: string,
): Promise<MatrixFormat | undefined> {
  const possible = formats.filter((format) => tensorFor(writable, format) !== undefined);
  const ordered = [...possible].sort((one, other) => Number(other === first) - Number(one === first));
  const items = ordered.map((format) => ({
    label: formatName(vscode.l10n.t, format.id),
    description: preview(writable, format),
    format,
  }));
  const placeHolder = `${writable.label} · ${writable.tensor.shape.join(' × ')}`;
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  return picked?.format;
}

/** How the text begins. */
function preview(writable: Writable, format: MatrixFormat): string {
  const tensor = tensorFor(writable, format);
  if (!tensor || tensor.data.length > mostPreviewed) return '';
  const text = writeMatrix({ format, tensor, name: writable.name }) ?? '';
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
