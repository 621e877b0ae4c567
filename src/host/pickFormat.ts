import * as vscode from 'vscode';
import { type FormatKind, formatKinds } from '../literals/write/formatKinds';
import { formatName } from '../words/formatWords';
import type { Exporter } from './exporter';
import type { Writable } from './writable';
import { tensorFor } from './writtenText';

/** Larger matrices are not written for a look at how they begin. */
const mostPreviewed = 1024;

/** Lets the person choose a format, the given one first; undefined when they turn away. */
export async function pickFormat(
  writable: Writable,
  first: FormatKind | undefined,
  title: string,
  exporter: Exporter,
): Promise<FormatKind | undefined> {
  const { name, label, tensor } = writable;
  const possible = formatKinds.flatMap((kind) => {
    const written = tensorFor(writable, kind);
    return written ? [{ kind, tensor: written }] : [];
  });
  const ordered = possible.sort((one, other) => Number(other.kind === first) - Number(one.kind === first));
  const matrices = ordered.map((one) => ({ format: one.kind.id, tensor: one.tensor }));
  const isSmall = tensor.data.length <= mostPreviewed;
  const beginnings = isSmall ? (await exporter.write({ as: 'beginnings', matrices, name }))?.texts : undefined;
  const items = ordered.map(({ kind }, index) => ({
    label: formatName(vscode.l10n.t, kind.id),
    description: beginnings?.[index] ?? '',
    format: kind,
  }));
  const placeHolder = `${label} · ${tensor.shape.join(' × ')}`;
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  return picked?.format;
}
