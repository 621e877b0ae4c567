import * as vscode from 'vscode';
import type { TextRange } from '../literals/literal';
import { type Followed, followLiteral, shiftRange, type TextChange, withLiteral } from '../session/follow';
import type { Operand } from '../session/operand';
import type { Notice, SessionState } from '../session/state';
import { readingLanguage } from './readingLanguage';
import { openSource } from './sourceCells';
import type { Surface } from './surface';

/** Long enough that typing a number is one change, short enough to feel live. */
const settleMilliseconds = 150;

/** Keeps the literals of a surface in step with their text. */
export class SourceFollower implements vscode.Disposable {
  private readonly pending = new Map<string, TextChange[]>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly surface: Surface) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.collect(event)),
      vscode.workspace.onDidChangeNotebookDocument((event) => {
        const removed = event.contentChanges.flatMap((change) => change.removedCells);
        for (const cell of removed) this.lose(cell.document.uri.toString());
      }),
      vscode.workspace.onDidOpenNotebookDocument(() => void this.catchUp()),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) this.lose(file.toString());
      }),
    );
  }

  /** Reads every source again, for a session that was restored and whose text may have changed meanwhile. */
  async catchUp(): Promise<void> {
    const { input, kernel } = this.surface.state;
    for (const uri of new Set([input, kernel].flatMap(({ origin }) => (origin.kind === 'text' ? [origin.uri] : [])))) {
      const document = await openSource(vscode.Uri.parse(uri));
      if (document) this.readAgain(document, []);
      // A notebook opens in its own time, and is read when it does.
      else if (!uri.startsWith('vscode-notebook-cell:')) this.lose(uri);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  private collect({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0 || !isSource(this.surface.state, uri)) return;
    const changes = this.pending.get(uri) ?? [];
    changes.push(
      ...contentChanges.map((change) => ({
        start: change.rangeOffset,
        removed: change.rangeLength,
        inserted: change.text.length,
      })),
    );
    this.pending.set(uri, changes);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), settleMilliseconds);
  }

  private settle(): void {
    for (const [uri, changes] of this.pending) {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      if (document) this.readAgain(document, changes);
    }
    this.pending.clear();
  }

  private readAgain(document: vscode.TextDocument, changes: readonly TextChange[]): void {
    const uri = document.uri.toString();
    const text = document.getText();
    const cache = new Map<string, Followed>();
    const followed = (range: TextRange, name: string | undefined): Followed => {
      const key = `${range.start} ${range.end} ${name}`;
      const known = cache.get(key) ?? followLiteral(text, readingLanguage(document), range, name);
      cache.set(key, known);
      return known;
    };
    this.surface.follow((state) =>
      mapSources(state, uri, (operand, origin) => {
        const range = changes.reduce(shiftRange, { start: origin.start, end: origin.end });
        const found = followed(range, operand.name);
        if ('literal' in found) return { operand: withLiteral(operand, found.literal) };
        const moved = { ...operand, origin: { ...origin, ...range } };
        if ('gone' in found) return { operand: moved, notice: { code: 'source-deleted', place: origin.place } };
        return { operand: moved, notice: { code: 'source-unreadable', place: origin.place, problem: found.problem } };
      }),
    );
  }

  private lose(uri: string): void {
    if (!isSource(this.surface.state, uri)) return;
    this.surface.follow((state) =>
      mapSources(state, uri, (operand, { place }) => ({ operand, notice: { code: 'source-deleted', place } })),
    );
  }
}

interface SourceChange {
  readonly operand: Operand;
  readonly notice?: Notice;
}

type TextOrigin = Extract<Operand['origin'], { kind: 'text' }>;

/** Changes the operands that come from one text; the notice tells of the last one that could not be read. */
function mapSources(
  state: SessionState,
  uri: string,
  change: (operand: Operand, origin: TextOrigin) => SourceChange,
): SessionState {
  const changed = (operand: Operand): SourceChange =>
    operand.origin.kind === 'text' && operand.origin.uri === uri ? change(operand, operand.origin) : { operand };
  const input = changed(state.input);
  const kernel = changed(state.kernel);
  const notice = input.notice ?? kernel.notice;
  if (input.operand === state.input && kernel.operand === state.kernel && notice === state.notice) return state;
  return { ...state, input: input.operand, kernel: kernel.operand, notice };
}

function isSource({ input, kernel }: SessionState, uri: string): boolean {
  return [input, kernel].some(({ origin }) => origin.kind === 'text' && origin.uri === uri);
}
