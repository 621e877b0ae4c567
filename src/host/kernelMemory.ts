import type * as vscode from 'vscode';
import type { Operand } from '../session/operand';
import { restoreOperand, saveOperand } from '../session/saved';
import { firstPreset, presetOperand } from '../session/start';

const key = 'convolutionLens.lastKernel';
const mostCells = 4096;

/** The kernel that was used last, across windows and restarts. */
export class KernelMemory {
  private last: Operand | undefined;

  constructor(private readonly store: vscode.Memento) {}

  /** The last kernel, or a preset before there was one. */
  recall(): Operand {
    this.last ??= restoreOperand(this.store.get(key)) ?? presetOperand(firstPreset)!;
    return this.last;
  }

  remember(kernel: Operand): void {
    const isKnown = kernel.tensor === this.last?.tensor && kernel.arrangement === this.last.arrangement;
    if (isKnown || kernel.tensor.data.length > mostCells) return;
    // Its place in a text would be out of date when it is used again.
    const origin = kernel.origin.kind === 'preset' ? kernel.origin : ({ kind: 'draft' } as const);
    this.last = { ...kernel, origin, written: undefined, places: undefined, reading: undefined };
    void this.store.update(key, saveOperand(this.last));
  }
}
