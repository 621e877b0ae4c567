import * as vscode from 'vscode';
import { countText } from '../words/numberText';
import type { ExportServices } from './exportExample';
import { longestLink, packedText } from './linkText';
import { linkPath, linkQuery } from './openLink';
import { saveFile } from './savePages';
import { writeShared } from './sharedLens';

/** The ending of files that hold what a link would. */
export const lensEnding = 'convlens';

/** Puts a link on the clipboard that shows the same to somebody else; what is too much for one can be had as a file. */
export async function copyLink({ panel, playground }: ExportServices): Promise<void> {
  const t = vscode.l10n.t;
  const showing = panel.surface ? panel : playground;
  const { surface } = showing;
  if (!surface) {
    await vscode.window.showWarningMessage(
      t('There is nothing to link to. Convolve a selection or open the panel first.'),
    );
    return;
  }
  showing.bringToFront();
  const page = await surface.pages.ask((id) => ({ type: 'ask-page', id })).catch(() => undefined);
  if (!page) return;
  const text = writeShared({ state: surface.state, view: page.view });
  if (text === undefined) {
    await vscode.window.showWarningMessage(t('These matrices are too large for a link, and for a file of their own.'));
    return;
  }
  const link = await linkOf(text);
  if (link.length > longestLink) return offerFile(text, link.length);
  await vscode.env.clipboard.writeText(link);
  void vscode.window.showInformationMessage(
    t('The link is on the clipboard. It holds both matrices, the parameters and the step; nothing was uploaded.'),
  );
}

/** The address is that of this editor alone: `asExternalUri` would make one that leads back into this window. */
async function linkOf(text: string): Promise<string> {
  const address = `${vscode.env.uriScheme}://convolution-lens.convolution-lens${linkPath}`;
  return `${address}?${linkQuery}=${await packedText(text)}`;
}

async function offerFile(text: string, length: number): Promise<void> {
  const t = vscode.l10n.t;
  const save = t('Save as File…');
  const message = t(
    'As a link this takes {0} characters. Links above {1} are cut off on their way; a file is not.',
    countText(length),
    countText(longestLink),
  );
  if ((await vscode.window.showWarningMessage(message, save)) === save)
    await saveFile(new TextEncoder().encode(text), lensEnding, 'Convolution Lens');
}
