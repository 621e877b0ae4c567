import * as vscode from 'vscode';
import type { ModelReport } from '../layers/flow/modelReport';
import { networkLayers } from '../layers/summary/networkLayers';
import type { NetworkImage } from '../session/network/networkState';
import { startNetwork } from '../session/network/startNetwork';
import type { NetworkPanel } from './networkPanel';

/** Shows a model's layers in the network panel, and says which of them that cannot hold. */
export async function showStack(model: ModelReport, network: NetworkPanel): Promise<void> {
  const { layers, image, left, stopped } = networkLayers(model);
  if (layers.length === 0) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The network panel shows layers that follow each other; this model begins with none that it has.'),
    );
    return;
  }
  const placed = layers.map((layer, place) => ({ id: place + 1, layer }));
  network.show({ ...startNetwork(imageFor(image)), layers: placed });
  const notes = [
    ...(left.length > 0 ? [vscode.l10n.t('Left out, since they change no shape: {0}.', left.join(', '))] : []),
    ...(stopped === undefined ? [] : [vscode.l10n.t('The stack ends before {0}, which it cannot hold.', stopped)]),
  ];
  if (notes.length > 0) await vscode.window.showInformationMessage(notes.join(' '));
}

/** A picture that is drawn here, with as many channels as the model takes, and about as large. */
function imageFor(image: ReturnType<typeof networkLayers>['image']): NetworkImage {
  const [channels, rows] = image ?? [1, 28];
  if (channels !== 3) return { kind: 'digit', digit: 3 };
  return { kind: rows > 64 ? 'imagenet' : 'cifar10', seed: 1 };
}
