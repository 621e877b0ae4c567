import type * as vscode from 'vscode';
import { registerCommands } from './host/commands';
import { MatrixHover, registerMatrixHover } from './host/hover';
import { KernelMemory } from './host/kernelMemory';
import { LensPanel, registerLensPanel } from './host/lensPanel';
import { Playground, registerPlayground } from './host/playground';

/** Registers everything; nothing is read or computed until the person asks for it. */
export function activate(context: vscode.ExtensionContext): void {
  const kernels = new KernelMemory(context.globalState);
  const panel = new LensPanel(context.extensionUri, kernels);
  const playground = new Playground(context.extensionUri, context.workspaceState, panel);
  context.subscriptions.push(
    registerCommands({ panel, kernels, playground }, context.extensionUri),
    registerLensPanel(panel),
    registerPlayground(playground),
    registerMatrixHover(new MatrixHover(kernels)),
  );
}
