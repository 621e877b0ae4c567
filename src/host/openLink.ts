import * as vscode from 'vscode';
import type { LensPanel } from './lensPanel';
import { unpackedText } from './linkText';
import { readShared, type SharedLens } from './sharedLens';

/** Path and query of a link, which is `<scheme>://<extension><path>?<query>=<packed>`. */
export const linkPath = '/open';
export const linkQuery = 'lens';

/** Takes the links that VS Code is called with, which anybody can have made. */
export function registerLinks(panel: LensPanel): vscode.Disposable {
  return vscode.window.registerUriHandler({ handleUri: (uri) => void openUri(panel, uri) });
}

/** Opens a link that the person pastes, where the system does not know its scheme. */
export async function openLink(panel: LensPanel): Promise<void> {
  const t = vscode.l10n.t;
  const copied = await vscode.env.clipboard.readText();
  const text = await vscode.window.showInputBox({
    title: t('Open Link'),
    prompt: t('A link that was made with Copy Link'),
    value: isLink(copied) ? copied.trim() : '',
    ignoreFocusOut: true,
  });
  if (text === undefined) return;
  if (isLink(text)) await openUri(panel, vscode.Uri.parse(text.trim()));
  else await tellNoLink();
}

/** Shows what somebody else saw; work that is there is asked about first. */
export async function openShared(panel: LensPanel, shared: SharedLens): Promise<void> {
  if (await mayReplace(panel)) panel.show(shared.state, shared.view);
}

async function openUri(panel: LensPanel, { path, query }: vscode.Uri): Promise<void> {
  const parts = path === linkPath ? query.split('&') : [];
  const packed = parts.find((part) => part.startsWith(`${linkQuery}=`))?.slice(linkQuery.length + 1);
  const text = packed ? await unpackedText(packed) : undefined;
  const shared = text === undefined ? undefined : readShared(text);
  if (shared) await openShared(panel, shared);
  else await tellNoLink();
}

function isLink(text: string): boolean {
  return text.includes(`://convolution-lens.convolution-lens${linkPath}?${linkQuery}=`) && text.length < 1e6;
}

async function tellNoLink(): Promise<void> {
  await vscode.window.showWarningMessage(
    vscode.l10n.t('This link holds no convolution. It may have been cut off on its way, or come from a newer version.'),
  );
}

/** Undo would bring it back, but who has changed something does not expect it to vanish. */
async function mayReplace({ surface }: LensPanel): Promise<boolean> {
  if (!surface?.hasWork) return true;
  const t = vscode.l10n.t;
  const open = t('Open');
  const answer = await vscode.window.showWarningMessage(
    t('Show the link in place of what the panel shows?'),
    { modal: true, detail: t('Undo in the panel brings back what is there now.') },
    open,
  );
  return answer === open;
}
