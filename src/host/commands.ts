import * as vscode from 'vscode';
import { isRecord } from '../session/readParams';
import {
  convolveAtCursor,
  convolveFromClipboard,
  convolveSelection,
  type TextPlace,
  useSelectionAsKernel,
} from './convolve';
import { copyAs, type WriteServices } from './copyAs';
import { copyLink } from './copyLink';
import type { LayerServices } from './documentLayers';
import { explainShapeError } from './explainShapeError';
import { type ExportServices, exportExample } from './exportExample';
import { giveInputShape } from './giveInputShape';
import type { InputShapeMemory } from './inputShapeMemory';
import { insertAs } from './insertAs';
import type { LastEditor } from './lastEditor';
import { toggleShapeHints } from './layerHints';
import type { LayerPeek } from './layerPeek';
import type { LensPanel } from './lensPanel';
import { type LessonServices, lessonFor, openLesson, openLessonFile, resetLessons } from './lessonCommands';
import { asNetworkLayer, useSelectionAsImage } from './networkCommands';
import type { NetworkPanel } from './networkPanel';
import { newLesson } from './newLesson';
import { type OpenFileServices, openFiles } from './openFile';
import { openLayer } from './openLayer';
import { openLessonNotebook } from './openLessonNotebook';
import { openLink } from './openLink';
import { openSample } from './openSample';
import type { Playground } from './playground';
import { showEquivalent } from './showEquivalent';
import { showModelSummary } from './showModelSummary';
import type { SummaryPanel } from './summaryPanel';
import { tellJobFailed } from './tell';

/** What the commands work with. */
export interface CommandServices extends OpenFileServices, WriteServices, ExportServices {
  readonly panel: LensPanel;
  readonly network: NetworkPanel;
  readonly playground: Playground;
  readonly editors: LastEditor;
  readonly shapes: InputShapeMemory;
  readonly lessons: LessonServices;
  readonly layers: LayerServices;
  readonly summary: SummaryPanel;
  readonly peek: LayerPeek;
}

/** Every command of the extension by its id without the prefix. */
export function registerCommands(services: CommandServices, extensionUri: vscode.Uri): vscode.Disposable {
  const commands: Readonly<Record<string, (argument: unknown, selected: unknown) => unknown>> = {
    convolveSelection: () => convolveSelection(services),
    useSelectionAsKernel: () => useSelectionAsKernel(services),
    convolveAtCursor: (argument) => convolveAtCursor(services, readPlace(argument)),
    convolveFromClipboard: () => convolveFromClipboard(services),
    openPanel: () => services.panel.reveal(),
    openNetwork: () => services.network.reveal(),
    asNetworkLayer: () => asNetworkLayer(services.panel, services.network),
    useSelectionAsImage: () => useSelectionAsImage(services, services.editors, services.network),
    present: () => services.panel.present(),
    openDraftInPanel: () => services.playground.openInPanel(),
    startOver: () => services.playground.startOver(),
    openSample: () => openSample(extensionUri),
    openFile: (argument, selected) => openFiles(services, urisOf(argument, selected)),
    copyAs: (argument) => copyAs(services, argument),
    giveInputShape: (argument) => giveInputShape(services.shapes, argument),
    openLayer: (argument) => openLayer(services.panel, argument),
    toggleShapeHints: () => toggleShapeHints(),
    showModelSummary: () => showModelSummary(services.summary, services.editors),
    explainShapeError: () => explainShapeError(services),
    showEquivalentLayer: (argument) => showEquivalent(services.layers, services.editors, services.peek, argument),
    exportExample: () => exportExample(services),
    copyLink: () => copyLink(services),
    openLink: () => openLink(services.panel),
    openLesson: (argument) => openLesson(services.lessons, argument),
    openLessonFile: (argument) => openLessonFile(services.lessons, argument),
    openLessonNotebook: (argument) => {
      const source = lessonFor(services.lessons, argument);
      return source && openLessonNotebook(source, services.lessons.reader, services.exporter);
    },
    nextLesson: () => services.lessons.lessons.openBeside(1),
    previousLesson: () => services.lessons.lessons.openBeside(-1),
    resetLessons: () => resetLessons(services.lessons),
    newLesson: () => newLesson(),
    insertAs: (argument) => insertAs(services, services.editors, argument),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(`convolutionLens.${id}`, (argument: unknown, selected: unknown) =>
        runTold(() => run(argument, selected)),
      ),
    ),
  );
}

async function runTold(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    tellJobFailed(error);
  }
}

/** The explorer passes the file that was clicked, and all that are selected. */
function urisOf(clicked: unknown, selected: unknown): readonly vscode.Uri[] {
  const uris = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  return uris.filter((uri) => uri instanceof vscode.Uri);
}

/** Menus pass an address and links a place; only a place is of use. */
function readPlace(argument: unknown): TextPlace | undefined {
  if (!isRecord(argument)) return undefined;
  const { uri, offset } = argument;
  return typeof uri === 'string' && typeof offset === 'number' ? { uri, offset } : undefined;
}
