import * as vscode from 'vscode';
import type { CaretMarks } from '../protocol/lens';
import { type CellPlaces, cellOfIndex, type Operand } from '../session/operand';
import type { Surface } from './surface';

/** Long enough that a caret that is on its way marks nothing, short enough to feel live. */
const restMilliseconds = 60;

/** Marks, on a surface, the cells whose characters the caret is in. */
export class CaretMark implements vscode.Disposable {
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private editor: vscode.TextEditor | undefined;
  private shown = '{}';

  constructor(private readonly surface: Surface) {
    this.editor = vscode.window.activeTextEditor;
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.look(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.look(editor);
      }),
    );
    this.lookAgain();
  }

  /** Marks anew, since the matrices or their places have changed. */
  lookAgain(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.mark(), restMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  /** Output channels and the like are editors too, and say nothing of where a person is. */
  private look(editor: vscode.TextEditor): void {
    if (editor.document.uri.scheme === 'output') return;
    this.editor = editor;
    this.lookAgain();
  }

  private mark(): void {
    const { input, kernel } = this.surface.state;
    const marks: CaretMarks = { input: this.cellOf(input), kernel: this.cellOf(kernel) };
    const told = JSON.stringify(marks);
    if (told === this.shown) return;
    this.shown = told;
    this.surface.mark(marks);
  }

  private cellOf(operand: Operand): { readonly row: number; readonly col: number } | undefined {
    const { origin, places } = operand;
    const { editor } = this;
    if (!editor || !places || origin.kind !== 'text' || editor.document.uri.toString() !== origin.uri) return undefined;
    if (editor.selections.length !== 1) return undefined;
    const [from, to] = [editor.selection.start, editor.selection.end].map((at) => editor.document.offsetAt(at)) as [
      number,
      number,
    ];
    const index = numberAround(places, from, to);
    return index === undefined ? undefined : cellOfIndex(operand, index);
  }
}

/** The number whose characters hold a stretch; of two that a caret is between, the one that begins there. */
function numberAround({ starts, ends }: CellPlaces, from: number, to: number): number | undefined {
  let ending: number | undefined;
  for (let i = 0; i < starts.length; i++) {
    if (starts[i]! > from || ends[i]! < to || starts[i] === ends[i]) continue;
    if (from < ends[i]!) return i;
    ending ??= i;
  }
  return ending;
}
