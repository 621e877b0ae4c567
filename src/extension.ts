import type * as vscode from 'vscode';
import { registerCommands } from './host/commands';
import { MatrixHover, registerMatrixHover } from './host/hover';
import { InputShapeMemory } from './host/inputShapeMemory';
import { KernelMemory } from './host/kernelMemory';
import { LastEditor } from './host/lastEditor';
import { LayerFixes, registerLayerFixes } from './host/layerFixes';
import { LayerHints, registerLayerHints } from './host/layerHints';
import { LayerHover, registerLayerHover } from './host/layerHover';
import { LayerPeek, registerLayerPeek } from './host/layerPeek';
import { LayerWatch } from './host/layerWatch';
import { LensPanel, registerLensPanel } from './host/lensPanel';
import { makeLessons } from './host/makeLessons';
import { NetworkPanel, registerNetworkPanel } from './host/networkPanel';
import { registerLinks } from './host/openLink';
import { Playground, registerPlayground } from './host/playground';
import { ReadingMemory } from './host/readingMemory';
import { EquivalentActions, registerEquivalentActions } from './host/showEquivalent';
import { showStack } from './host/showStack';
import { SourceProblems } from './host/sourceProblems';
import { SummaryPanel } from './host/summaryPanel';
import { makeThreads } from './host/threads';

/** Registers everything; texts with layers that are seen are read a moment later, everything else once it is asked for. */
export function activate(context: vscode.ExtensionContext): void {
  const kernels = new KernelMemory(context.globalState);
  const memory = new ReadingMemory(context.workspaceState);
  const shapes = new InputShapeMemory(context.workspaceState);
  const threads = makeThreads(context.extensionUri);
  const panel = new LensPanel(context.extensionUri, kernels, threads, memory);
  const playground = new Playground(context.extensionUri, context.workspaceState, panel, threads, memory);
  const network = new NetworkPanel(context.extensionUri, threads.networks);
  const lessons = makeLessons(context, panel, network, threads.lessons);
  const editors = new LastEditor();
  const { files, reader, exporter } = threads;
  const problems = new SourceProblems(reader);
  const layers = { reader: threads.layers, shapes };
  const watch = new LayerWatch(layers);
  const summary = new SummaryPanel(context.extensionUri, layers, (model) => showStack(model, network));
  const peek = new LayerPeek();
  const services = {
    panel,
    network,
    kernels,
    memory,
    playground,
    editors,
    problems,
    files,
    reader,
    exporter,
    shapes,
    lessons,
    layers,
    summary,
    peek,
    store: context.globalState,
  };
  context.subscriptions.push(
    threads,
    editors,
    problems,
    lessons,
    registerCommands(services, context.extensionUri),
    registerLensPanel(panel),
    registerNetworkPanel(network),
    registerLinks(panel),
    registerPlayground(playground),
    registerMatrixHover(new MatrixHover(kernels, reader)),
    registerLayerHover(new LayerHover(layers)),
    registerLayerHints(new LayerHints(layers)),
    registerLayerFixes(new LayerFixes(watch)),
    registerEquivalentActions(new EquivalentActions(layers)),
    summary,
    registerLayerPeek(peek),
    watch,
    shapes,
  );
}
