import * as vscode from 'vscode';
import type { FileFormat, FileReading } from '../literals/files/fileReading';
import { mostWholeCells } from '../protocol/lens';
import type { Operand } from '../session/operand';
import { fileOperand } from '../session/start';
import { fileProblemText, fileTooLargeText } from '../words/fileWords';
import { type ConvolveServices, convolveOperands, documentOperands } from './convolve';
import { lensEnding } from './copyLink';
import type { FileReader } from './fileReader';
import { openShared } from './openLink';
import { pictureOperand } from './pictureOperand';
import { readShared } from './sharedLens';
import { firstSide } from './snapshotSender';
import { waitForPerson } from './waitForPerson';

/** What opening files works with. */
export interface OpenFileServices extends ConvolveServices {
  readonly files: FileReader;
}

type FileKind = FileFormat | 'picture';

const kinds: Readonly<Record<string, FileKind>> = {
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  npy: 'npy',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  webp: 'picture',
};

/** A text up to this size is opened as one, so that the panel and its characters stay together. */
const mostTextBytes = 2 ** 22;

/** Files that are larger cannot hold what is read, or not in memory. */
const mostBytes: Readonly<Record<FileKind, number>> = {
  npy: 2 ** 28 + 2 ** 20,
  csv: 2 ** 30,
  tsv: 2 ** 30,
  json: 2 ** 29 - 32,
  picture: 2 ** 28,
};

/** More than all numbers that are saved with a session take. */
const mostLensBytes = 2 ** 25;

/** Opens files as input, or as input and kernel; without an address the person chooses them. */
export async function openFiles(services: OpenFileServices, uris: readonly vscode.Uri[]): Promise<void> {
  const chosen = uris.length > 0 ? uris : await chooseFiles();
  const lens = chosen.find(isLens);
  if (lens) return openLens(services, lens);
  const operands: Operand[] = [];
  let document: vscode.TextDocument | undefined;
  for (const uri of chosen) {
    const found = await fileOperands(services, uri);
    if (!found) return;
    operands.push(...found.operands);
    document = chosen.length === 1 ? found.document : undefined;
  }
  if (operands.length > 0) await convolveOperands(services, operands, document);
}

async function chooseFiles(): Promise<readonly vscode.Uri[]> {
  const filters = { [vscode.l10n.t('Matrices and pictures')]: [...Object.keys(kinds), lensEnding] };
  const openLabel = vscode.l10n.t('Open as Matrix');
  return (await vscode.window.showOpenDialog({ canSelectMany: true, filters, openLabel })) ?? [];
}

/** A file that was saved in place of a link. */
async function openLens({ panel }: OpenFileServices, uri: vscode.Uri): Promise<void> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    const bytes = size > mostLensBytes ? undefined : await vscode.workspace.fs.readFile(uri);
    const shared = bytes && readShared(new TextDecoder().decode(bytes));
    if (shared) await openShared(panel, shared);
    else await vscode.window.showWarningMessage(vscode.l10n.t('{0} holds no convolution.', placeOf(uri)));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    await tellFile(placeOf(uri), error.message);
  }
}

function isLens({ path }: vscode.Uri): boolean {
  return path.toLowerCase().endsWith(`.${lensEnding}`);
}

interface FileOperands {
  readonly operands: readonly Operand[];
  /** The text that they stand in, where it is one that can be edited. */
  readonly document?: vscode.TextDocument;
}

/** The matrices of a file; undefined once the person was told why there are none. */
async function fileOperands(services: OpenFileServices, uri: vscode.Uri): Promise<FileOperands | undefined> {
  const place = placeOf(uri);
  const kind = kindOf(uri);
  if (!kind) return tellFile(place, vscode.l10n.t('CSV, TSV, JSON, .npy, PNG, JPEG and WebP can be opened.'));
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes[kind]) return tellFile(place, fileTooLargeText(vscode.l10n.t, size, mostBytes[kind]));
    if (kind === 'picture') return withOne(await pictureOperand(services.panel, uri, place));
    if (kind === 'npy' || size > mostTextBytes) return await readBytes(services, uri, kind);
    const document = await vscode.workspace.openTextDocument(uri);
    const operands = await documentOperands(document, services.reader);
    return operands && { operands, document };
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    return tellFile(place, error.message);
  }
}

function withOne(operand: Operand | undefined): FileOperands | undefined {
  return operand && { operands: [operand] };
}

async function readBytes(
  { files, panel }: OpenFileServices,
  uri: vscode.Uri,
  format: FileFormat,
): Promise<FileOperands | undefined> {
  const place = placeOf(uri);
  const pictureSide = panel.surface?.pictureSide ?? firstSide;
  const requested = async () =>
    ({ kind: 'file', format, bytes: await vscode.workspace.fs.readFile(uri), mostWholeCells, pictureSide }) as const;
  const reading = await waitForPerson(vscode.l10n.t('Reading {0}…', place), (token, tell) =>
    files.read(requested(), token, tell),
  );
  if ('problem' in reading) return tellFile(place, fileProblemText(vscode.l10n.t, reading));
  tellRounded(place, reading);
  const origin = { kind: 'file', uri: uri.toString(), place } as const;
  const ownName = place.slice(0, place.lastIndexOf('.'));
  return {
    operands: reading.matrices.map(({ name, ...tensor }) =>
      fileOperand(tensor, name ?? ownName, origin, { form: format }),
    ),
  };
}

function tellRounded(place: string, { rounded }: Exclude<FileReading, { readonly problem: unknown }>): void {
  if (rounded === 0) return;
  const message = vscode.l10n.t(
    '{0}: {1} whole numbers have more digits than a double, and were rounded.',
    place,
    rounded,
  );
  void vscode.window.showInformationMessage(message);
}

async function tellFile(place: string, reason: string): Promise<undefined> {
  await vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened as a matrix. {1}', place, reason));
}

function placeOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function kindOf({ path }: vscode.Uri): FileKind | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
}
