import * as vscode from 'vscode';
import type { Act } from '../session/act';
import { blockEdit } from '../session/blockEdit';
import type { TextReplacement } from '../session/cellEdit';
import { type CellBlock, type Operand, type Origin, operandLayout, withBlock } from '../session/operand';
import type { KeptHere, Notice } from '../session/state';
import { type Direction, repeated, type TextEdit } from '../session/textEdit';
import { literalFinder } from './literalFinder';
import { groupWithTab, visibleEditor } from './openTab';
import { readingLanguage } from './readingLanguage';
import { notebookOf } from './sourceCells';
import type { SourceFollower } from './sourceFollower';
import type { Surface } from './surface';
import { tellJobFailed } from './tell';
import type { TextReader } from './textReader';

type CellAct = Extract<Act, { readonly kind: 'edit-cell' | 'edit-block' }>;
type TextOrigin = Extract<Origin, { readonly kind: 'text' }>;

/** Takes the acts of a surface: what is typed into a cell goes into the text where it stands there, and back on undo. */
export class SourceEditor {
  /** Acts wait for those that still write. */
  private acting: Promise<void> | undefined;

  constructor(
    private readonly surface: Surface,
    private readonly follower: SourceFollower,
    private readonly reader: TextReader,
  ) {}

  /** Performs an act, in the order in which acts come. */
  perform(act: Act): void {
    if (this.acting === undefined && !this.writes(act)) {
      this.surface.perform(act);
      return;
    }
    const acting = (this.acting ?? Promise.resolve()).then(() => this.performNow(act)).catch(tellJobFailed);
    this.acting = acting;
    void acting.finally(() => {
      if (this.acting === acting) this.acting = undefined;
    });
  }

  /** Waits until the surface shows what the texts say, with all that was typed into cells. */
  async settled(): Promise<void> {
    await this.acting;
    await this.follower.settled();
  }

  private writes(act: Act): boolean {
    const { state, next } = this.surface;
    if (isCellAct(act)) return state[act.side].origin.kind === 'text';
    if (act.kind === 'undo') return state.wrote !== undefined;
    return act.kind === 'redo' && next?.wrote !== undefined;
  }

  private async performNow(act: Act): Promise<void> {
    if (this.writes(act)) await this.follower.settled();
    const { state, next } = this.surface;
    if (isCellAct(act) && state[act.side].origin.kind === 'text') await this.writeCells(act);
    else if (act.kind === 'undo' && state.wrote) await this.repeat(state.wrote, 'back');
    else if (act.kind === 'redo' && next?.wrote) await this.repeat(next.wrote, 'again');
    else this.surface.perform(act);
  }

  private async writeCells(act: CellAct): Promise<void> {
    const operand = this.surface.state[act.side];
    const { origin } = operand;
    if (origin.kind !== 'text') return;
    const reason = await this.tryWriting(act, operand, origin);
    if (reason === undefined) return;
    this.surface.perform(act);
    // What was edited here before has been told, and is shown.
    if (reason !== 'edited-here') this.surface.tell({ code: 'kept-here', place: origin.place, reason });
  }

  /** Why a number was not written; undefined once it was. */
  private async tryWriting(act: CellAct, operand: Operand, origin: TextOrigin): Promise<KeptHere | undefined> {
    const block = blockOf(act);
    const { rows, cols } = operandLayout(operand);
    if (block.row + block.rows > rows || block.col + block.cols > cols) return 'whole';
    const document = openDocument(origin.uri);
    if (!document) return 'closed';
    const text = document.getText();
    const edit = blockEdit(operand, text, block);
    if ('refused' in edit) return edit.refused;
    const before = text.slice(edit.start, edit.end);
    if (before === edit.text) return undefined;
    if (await isReadOnly(document)) return 'read-only';
    if (!(await this.isSaid(block, operand, edit, document))) return 'says-otherwise';
    const { uri, place } = origin;
    const range = { start: edit.start, end: edit.end };
    this.surface.write({ uri, place, range, before, after: edit.text });
    const isDone = await replace(document, edit);
    if (!isDone) this.surface.forgetStep();
    await this.follower.settled();
    return isDone ? undefined : 'refused';
  }

  /** Whether the text, once edited, is read as the same matrix with the new numbers in their cells and no other change. */
  private async isSaid(
    block: CellBlock,
    operand: Operand,
    edit: TextReplacement,
    document: vscode.TextDocument,
  ): Promise<boolean> {
    if (operand.origin.kind !== 'text') return false;
    const text = document.getText();
    const edited = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    const { start, end } = operand.origin;
    const range = { start: Math.min(start, edit.start), end: end + edit.text.length - (edit.end - edit.start) };
    const find = literalFinder({ text: edited, languageId: readingLanguage(document) }, this.reader);
    const found = await find({ range, name: operand.name, choice: operand.origin.choice });
    if (!('literal' in found)) return false;
    const { data } = found.literal;
    const wanted = withBlock(operand, block).tensor.data;
    return data.length === wanted.length && data.every((now, i) => Object.is(now, wanted[i]));
  }

  private async repeat(edit: TextEdit, way: Direction): Promise<void> {
    const reason = await this.tryRepeating(edit, way);
    if (reason === undefined) {
      this.surface.perform({ kind: way === 'back' ? 'undo' : 'redo' });
      await this.follower.settled();
      return;
    }
    // Characters that have changed will not come back, so the next undo is for the act before.
    if (way === 'back' && reason === 'changed') this.surface.forgetStep();
    this.surface.tell({ code: 'not-taken-back', place: edit.place, reason });
  }

  private async tryRepeating(
    edit: TextEdit,
    way: Direction,
  ): Promise<Extract<Notice, { code: 'not-taken-back' }>['reason'] | undefined> {
    const document = openDocument(edit.uri);
    if (!document) return 'closed';
    const replacement = repeated(edit, document.getText(), way);
    if (!replacement) return 'changed';
    return (await replace(document, replacement)) ? undefined : 'refused';
  }
}

function isCellAct(act: Act): act is CellAct {
  return act.kind === 'edit-cell' || act.kind === 'edit-block';
}

function blockOf(act: CellAct): CellBlock {
  return act.kind === 'edit-block' ? act : { ...act, rows: 1, cols: 1, values: [act.value] };
}

/** A text that has a tab. What is closed is not changed behind a person's back. */
function openDocument(address: string): vscode.TextDocument | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  return document && (visibleEditor(document) || groupWithTab(document)) ? document : undefined;
}

/** One edit, hence one step of the editor's own undo; false where it was refused, as by an editor that is read-only. */
async function replace(document: vscode.TextDocument, { start, end, text }: TextReplacement): Promise<boolean> {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  const editor = visibleEditor(document);
  const isDone = editor
    ? await editor.edit((builder) => builder.replace(range, text))
    : await vscode.workspace.applyEdit(edit);
  return isDone && document.getText().startsWith(text, start);
}

async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const uri = notebookOf(document)?.uri ?? document.uri;
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // What is not on a disk may still be typed into.
    return false;
  }
}
