import * as vscode from 'vscode';
import type { Tensor } from '../engine/tensor';
import type { FormatKind } from '../literals/write/formatKinds';
import { countText } from '../words/numberText';
import type { Exporter } from './exporter';
import type { Writable } from './writable';

/** What a clipboard or an editor takes without holding everything up, in UTF-16 code units. */
const mostCharacters = 2 ** 25;

/** The matrix in a shape that the format can write; undefined where it has too many axes. */
export function tensorFor({ tensor, rows }: Writable, { mostAxes }: FormatKind): Tensor | undefined {
  return tensor.shape.length <= mostAxes ? tensor : rows;
}

/** The text of a matrix; undefined once the person was told that it would be too long. */
export async function writtenText(
  writable: Writable,
  kind: FormatKind,
  name: string | undefined,
  exporter: Exporter,
): Promise<string | undefined> {
  const tensor = tensorFor(writable, kind);
  if (!tensor) return undefined;
  const written = await exporter.write({ as: 'matrix', format: kind.id, tensor, name, most: mostCharacters });
  if (written?.texts.length === 0) await tellTooLong(tensor);
  return written?.texts[0];
}

/** Says that a matrix has too many numbers to be written as text, and how many there may be. */
async function tellTooLong({ shape }: Tensor): Promise<void> {
  const message = vscode.l10n.t(
    '{0} numbers are more text than can be copied or inserted: at most {1} characters.',
    shape.join(' × '),
    countText(mostCharacters),
  );
  await vscode.window.showWarningMessage(message);
}
