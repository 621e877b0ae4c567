import * as vscode from 'vscode';
import { isOfSchema } from '../session/lessons/lessonProblem';
import { lessonProblemText } from '../words/lessonWords';
import type { LessonReader } from './lessonReader';
import { isLessonFile } from './lessonSource';

/** While somebody types. */
const pause = 250;

/** Diagnostics of lesson files in editors: what their JSON schema cannot say, each at its place. */
export class LessonProblems implements vscode.Disposable {
  private readonly problems = vscode.languages.createDiagnosticCollection('convolutionLens.lessons');
  private readonly listening: vscode.Disposable;
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly reader: LessonReader) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => void this.check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.checkSoon(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.problems.delete(uri)),
    );
    for (const document of vscode.workspace.textDocuments) void this.check(document);
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.listening.dispose();
    this.problems.dispose();
  }

  private checkSoon(document: vscode.TextDocument): void {
    if (!isLessonFile(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => {
        this.waiting.delete(key);
        void this.check(document);
      }, pause),
    );
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    if (!isLessonFile(document.uri)) return;
    const { version } = document;
    const { problems } = await this.reader.read(document.getText());
    // What was typed meanwhile is checked by itself.
    if (document.isClosed || document.version !== version) return;
    const found = problems.filter((problem) => !isOfSchema(problem));
    const diagnostics = found.map((problem) => {
      const range = new vscode.Range(document.positionAt(problem.start), document.positionAt(problem.end));
      const diagnostic = new vscode.Diagnostic(range, lessonProblemText(vscode.l10n.t, problem));
      diagnostic.source = 'Convolution Lens';
      diagnostic.code = problem.code;
      return diagnostic;
    });
    this.problems.set(document.uri, diagnostics);
  }
}
