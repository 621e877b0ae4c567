import * as vscode from 'vscode';
import type { Matrix, Tensor } from '../engine/tensor';
import type { Role } from '../protocol/lens';
import { type Operand, operandLayout } from '../session/operand';
import { isRecord } from '../session/readParams';
import type { SessionState } from '../session/state';

/** What shows matrices that can be written. */
export interface WritingSurface {
  readonly state: SessionState;
  /** What is shown as input, kernel or map; the map only once it is computed. */
  readonly matrixOf: (role: Role) => Matrix | undefined;
}

/** The surfaces, of which the first that is there is asked. */
export interface WritingSurfaces {
  readonly panel: { readonly surface: WritingSurface | undefined };
  readonly playground: { readonly surface: WritingSurface | undefined };
}

/** A matrix of a surface that can be written. */
export interface Writable {
  /** What a text calls it. */
  readonly name: string;
  /** What a person calls it. */
  readonly label: string;
  readonly tensor: Tensor;
  /** The same numbers in rows and columns, where the tensor has other axes of length 1, or one axis alone. */
  readonly rows: Matrix | undefined;
}

/**
 * The matrix that a menu was opened on, or one that the person chooses; undefined once they turn away or were told
 * that there is none.
 */
export async function pickWritable(surfaces: WritingSurfaces, argument: unknown, title: string) {
  const place = readPlace(argument);
  const surface = place ? surfaces[place.surface].surface : firstOf(surfaces);
  const roles = place ? [place.role] : (['input', 'kernel', 'output'] as const);
  const found = surface ? roles.flatMap((role) => writablesOf(surface, role)) : [];
  if (found.length < 2) {
    if (!found[0]) await tellNothing(surface !== undefined);
    return found[0];
  }
  const items = found.map((writable) => ({
    label: writable.label,
    description: writable.tensor.shape.join(' × '),
    writable,
  }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which matrix?') });
  return picked?.writable;
}

function firstOf({ panel, playground }: WritingSurfaces): WritingSurface | undefined {
  return panel.surface ?? playground.surface;
}

async function tellNothing(isShown: boolean): Promise<void> {
  const message = isShown
    ? vscode.l10n.t('There is no map to write: it is being computed, or these sizes have none.')
    : vscode.l10n.t('No matrix is shown. Convolve a selection or open the panel first.');
  const open = vscode.l10n.t('Open Panel');
  const answer = await vscode.window.showWarningMessage(message, ...(isShown ? [] : [open]));
  if (answer === open) await vscode.commands.executeCommand('convolutionLens.openPanel');
}

/** A tensor of several planes can be written as a whole, or the plane alone that is shown. */
function writablesOf(surface: WritingSurface, role: Role): readonly Writable[] {
  const shown = surface.matrixOf(role);
  if (!shown) return [];
  if (role === 'output') return [{ name: 'feature_map', label: vscode.l10n.t('map'), tensor: shown, rows: shown }];
  const operand = surface.state[role];
  const [name, label] = namesOf(operand, role);
  const { count } = operandLayout(operand);
  if (count < 2) return [{ name, label, tensor: operand.tensor, rows: shown }];
  const plane = vscode.l10n.t('{0}, plane {1} of {2}', label, operand.plane, count);
  const all = vscode.l10n.t('{0}, all {1} planes', label, count);
  return [
    { name, label: plane, tensor: shown, rows: shown },
    { name, label: all, tensor: operand.tensor, rows: undefined },
  ];
}

function namesOf({ name, origin }: Operand, role: 'input' | 'kernel'): readonly [string, string] {
  const general = role === 'input' ? vscode.l10n.t('input') : vscode.l10n.t('kernel');
  const known = name ?? (origin.kind === 'preset' ? origin.id : role === 'input' ? 'image' : 'kernel');
  return [known, name === undefined ? general : `${general} ${name}`];
}

function readPlace(argument: unknown): { readonly surface: 'panel' | 'playground'; readonly role: Role } | undefined {
  if (!isRecord(argument)) return undefined;
  const { lensSurface: surface, matrixRole: role } = argument;
  const isSurface = surface === 'panel' || surface === 'playground';
  return isSurface && (role === 'input' || role === 'kernel' || role === 'output') ? { surface, role } : undefined;
}
