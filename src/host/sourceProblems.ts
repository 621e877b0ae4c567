import * as vscode from 'vscode';
import type { LiteralProblem, TextRange } from '../literals/literal';
import { shiftRange } from '../session/follow';
import { literalProblemText } from '../words/problemWords';
import { readingLanguage } from './readingLanguage';
import { tellJobFailed } from './tell';
import type { TextReader } from './textReader';

/** Long enough that a number is typed as one, short enough to see that it was the right one. */
const settleMilliseconds = 300;

/** What a person asked to be read, and why it could not be. */
interface Asked {
  readonly problem: LiteralProblem;
  /** The stretch that is read again when its text changes; without it, any change takes the problem away. */
  readonly range: TextRange | undefined;
}

/**
 * Shows, in the editor, why a literal that a person asked for could not be read: one problem in each text, on its exact
 * characters, until it is mended, closed or asked for again.
 */
export class SourceProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('convolution-lens');
  private readonly asked = new Map<vscode.TextDocument, Asked>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly reader: TextReader) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.shift(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.clear(document)),
    );
  }

  /** Shows a problem of a text; `range` is what the person asked for, in offsets of the whole text. */
  show(document: vscode.TextDocument, problem: LiteralProblem, range: TextRange | undefined): void {
    this.asked.set(document, { problem, range });
    const { start, end } = problem.range;
    const place = new vscode.Range(document.positionAt(start), document.positionAt(Math.max(end, start + 1)));
    const message = literalProblemText(vscode.l10n.t, problem);
    const diagnostic = new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Convolution Lens';
    diagnostic.code = problem.problem;
    this.diagnostics.set(document.uri, [diagnostic]);
  }

  /** Takes the problem of a text away. */
  clear(document: vscode.TextDocument): void {
    if (this.asked.delete(document)) this.diagnostics.delete(document.uri);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.diagnostics.dispose();
  }

  private shift({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const asked = this.asked.get(document);
    if (!asked || contentChanges.length === 0) return;
    if (!asked.range) {
      this.clear(document);
      return;
    }
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      removed: rangeLength,
      inserted: text.length,
    }));
    const moved = (range: TextRange) => changes.reduce<TextRange>(shiftRange, range);
    this.show(document, { ...asked.problem, range: moved(asked.problem.range) }, moved(asked.range));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.readAgain().catch(tellJobFailed), settleMilliseconds);
  }

  private async readAgain(): Promise<void> {
    for (const [document, asked] of this.asked) {
      if (!asked.range) continue;
      const { start, end } = asked.range;
      const text = document.getText().slice(start, end);
      const { problems } = await this.reader.read({ kind: 'matrices', text, languageId: readingLanguage(document) });
      // What has changed meanwhile is read again a little later.
      if (this.asked.get(document) !== asked) continue;
      const [problem] = problems;
      if (!problem) this.clear(document);
      else this.show(document, movedBy(problem, start), asked.range);
    }
  }
}

function movedBy(problem: LiteralProblem, offset: number): LiteralProblem {
  const { start, end } = problem.range;
  return { ...problem, range: { start: start + offset, end: end + offset } };
}
