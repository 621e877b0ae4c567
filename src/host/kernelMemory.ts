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
    if (kernel === this.last || kernel.tensor.data.length > mostCells) return;
    this.last = kernel;
    void this.store.update(key, saveOperand(kernel));
  }
}
