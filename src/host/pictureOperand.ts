import * as vscode from 'vscode';
import type { Tensor } from '../engine/tensor';
import { fileProblem, mostFileNumbers } from '../literals/files/fileReading';
import { type PictureHeader, pictureHeader } from '../literals/files/pictureHeader';
import type { Operand } from '../session/operand';
import { fileOperand } from '../session/start';
import { fileProblemText } from '../words/fileWords';
import type { LensPanel } from './lensPanel';
import { runSliced } from './runSliced';
import type { DecodedPicture } from './surface';
import { waitForPerson } from './waitForPerson';

/** Numbers of one slice: less than a millisecond of work. */
const sliceNumbers = 2 ** 18;

/**
 * A picture as an operand: one plane where it is grey, else three, of the levels 0 to 255. Undefined once the person was
 * told why it is none.
 */
export async function pictureOperand(panel: LensPanel, uri: vscode.Uri, place: string): Promise<Operand | undefined> {
  const read = await waitForPerson(vscode.l10n.t('Reading {0}…', place), async (token) => {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const header = pictureHeader(bytes);
    if (!header) return fileProblem('not-picture');
    const found = header.rows * header.cols * header.planes;
    if (found > mostFileNumbers) return fileProblem('too-many-numbers', { found, expected: mostFileNumbers });
    const picture = await panel.decode(bytes, header.mediaType, token);
    return picture ? { header, picture, tensor: await tensorOf(picture) } : fileProblem('not-picture');
  });
  if ('problem' in read) {
    const reason = fileProblemText(vscode.l10n.t, read);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened as a matrix. {1}', place, reason));
    return undefined;
  }
  tellLeftOut(place, read.header, read.picture);
  const operand = fileOperand(read.tensor, place.slice(0, place.lastIndexOf('.')), {
    kind: 'file',
    uri: uri.toString(),
    place,
  });
  return read.picture.planes === 1 ? operand : { ...operand, arrangement: 'chw' };
}

async function tensorOf({ rows, cols, planes, levels }: DecodedPicture): Promise<Tensor> {
  const data = new Float64Array(levels.length);
  await runSliced(
    slices(levels, data),
    () => true,
    () => undefined,
  );
  return { shape: planes === 1 ? [rows, cols] : [planes, rows, cols], data };
}

function* slices(levels: Uint8Array, into: Float64Array): Generator<number, void> {
  for (let from = 0; from < levels.length; from += sliceNumbers) {
    into.set(levels.subarray(from, from + sliceNumbers), from);
    yield from / levels.length;
  }
}

/** Says what of a picture a browser does not give. */
function tellLeftOut(place: string, { bits }: PictureHeader, { hasAlpha }: DecodedPicture): void {
  if (bits > 8)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} has {1} bits a value, of which 8 are read: values from 0 to 255.', place, bits),
    );
  if (hasAlpha)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is transparent in places. Its colours are read, its transparency is left out.', place),
    );
}
