import * as vscode from 'vscode';
import { isOfSchema } from '../session/lessons/lessonProblem';
import { readLesson } from '../session/lessons/readLesson';
import { lessonProblemText } from '../words/lessonWords';
import { isLessonFile } from './lessonSource';

/** While somebody types. */
const pause = 250;

/** Diagnostics of lesson files in editors: what their JSON schema cannot say, each at its place. */
export class LessonProblems implements vscode.Disposable {
  private readonly problems = vscode.languages.createDiagnosticCollection('convolutionLens.lessons');
  private readonly listening: vscode.Disposable;
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor() {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.checkSoon(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.problems.delete(uri)),
    );
    for (const document of vscode.workspace.textDocuments) this.check(document);
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
        if (!document.isClosed) this.check(document);
      }, pause),
    );
  }

  private check(document: vscode.TextDocument): void {
    if (!isLessonFile(document.uri)) return;
    const found = readLesson(document.getText()).problems.filter((problem) => !isOfSchema(problem));
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
