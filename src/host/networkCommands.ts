import * as vscode from 'vscode';
import { networkFrom, withImage } from '../session/network/networkFrom';
import { draftSession } from '../session/start';
import { askArrangements } from './askArrangement';
import { type ConvolveServices, selectedOperands } from './convolve';
import type { LastEditor } from './lastEditor';
import type { LensPanel } from './lensPanel';
import type { NetworkPanel } from './networkPanel';
import { pickOperand } from './pickOperand';
import { tellNothingRead } from './tell';

/** Shows what the lens shows as the image and the first layer of a network. */
export function asNetworkLayer(lens: LensPanel, network: NetworkPanel): void {
  network.show(networkFrom(lens.state ?? draftSession()));
}

/** Makes what is selected the image of the network. */
export async function useSelectionAsImage(
  services: ConvolveServices,
  editors: LastEditor,
  network: NetworkPanel,
): Promise<void> {
  const editor = editors.current;
  if (!editor) return tellNothingRead();
  const operands = await selectedOperands(editor, services);
  if (!operands) return;
  const picked =
    operands.length === 1 ? operands[0] : await pickOperand(operands, vscode.l10n.t('Which matrix is the image?'));
  const [image] = (picked && (await askArrangements([picked], services.memory))) ?? [];
  if (image) network.show(withImage(network.state, image));
}
