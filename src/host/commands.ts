import * as vscode from 'vscode';
import { isRecord } from '../session/readParams';
import {
  type ConvolveServices,
  convolveAtCursor,
  convolveFromClipboard,
  convolveSelection,
  type TextPlace,
  useSelectionAsKernel,
} from './convolve';
import { copyAs, type WriteServices } from './copyAs';
import { insertAs } from './insertAs';
import type { LastEditor } from './lastEditor';
import type { LensPanel } from './lensPanel';
import { openSample } from './openSample';
import type { Playground } from './playground';
import { tellJobFailed } from './tell';

/** What the commands work with. */
export interface CommandServices extends ConvolveServices, WriteServices {
  readonly panel: LensPanel;
  readonly playground: Playground;
  readonly editors: LastEditor;
}

/** Every command of the extension by its id without the prefix. */
export function registerCommands(services: CommandServices, extensionUri: vscode.Uri): vscode.Disposable {
  const commands: Readonly<Record<string, (argument: unknown) => unknown>> = {
    convolveSelection: () => convolveSelection(services),
    useSelectionAsKernel: () => useSelectionAsKernel(services),
    convolveAtCursor: (argument) => convolveAtCursor(services, readPlace(argument)),
    convolveFromClipboard: () => convolveFromClipboard(services),
    openPanel: () => services.panel.reveal(),
    openDraftInPanel: () => services.playground.openInPanel(),
    startOver: () => services.playground.startOver(),
    openSample: () => openSample(extensionUri),
    copyAs: (argument) => copyAs(services, argument),
    insertAs: (argument) => insertAs(services, services.editors, argument),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(`convolutionLens.${id}`, (argument: unknown) => runTold(run, argument)),
    ),
  );
}

async function runTold(run: (argument: unknown) => unknown, argument: unknown): Promise<void> {
  try {
    await run(argument);
  } catch (error) {
    tellJobFailed(error);
  }
}

/** Menus pass an address and links a place; only a place is of use. */
function readPlace(argument: unknown): TextPlace | undefined {
  if (!isRecord(argument)) return undefined;
  const { uri, offset } = argument;
  return typeof uri === 'string' && typeof offset === 'number' ? { uri, offset } : undefined;
}
