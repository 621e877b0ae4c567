import * as vscode from 'vscode';

/** Writes a file where the person wants it. */
export async function saveFile(bytes: Uint8Array, ending: string, name: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `convolution.${ending}`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, file) } : {}),
    filters: { [name]: [ending] },
    title: vscode.l10n.t('Export Worked Example'),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, bytes);
  await tellSaved(uri);
}

/** Writes numbered pictures into a folder that the person chooses; what is there already is asked about. */
export async function saveNumbered(pages: readonly Uint8Array[]): Promise<void> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Export Worked Example'),
      openLabel: vscode.l10n.t('Save {0} Pictures Here', pages.length),
    })) ?? [];
  if (!folder) return;
  const digits = String(pages.length).length;
  const uris = pages.map((_, step) =>
    vscode.Uri.joinPath(folder, `step-${String(step + 1).padStart(digits, '0')}.svg`),
  );
  if (!(await mayReplace(uris))) return;
  for (const [step, uri] of uris.entries()) await vscode.workspace.fs.writeFile(uri, pages[step]!);
  await tellSaved(uris[0]!);
}

async function mayReplace(uris: readonly vscode.Uri[]): Promise<boolean> {
  const there = await Promise.all(
    uris.map((uri) =>
      vscode.workspace.fs.stat(uri).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (!there.includes(true)) return true;
  const replace = vscode.l10n.t('Replace');
  const message = vscode.l10n.t('Some of these pictures are in the folder already.');
  return (await vscode.window.showWarningMessage(message, { modal: true }, replace)) === replace;
}

async function tellSaved(uri: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('Saved {0}', name), open)) === open)
    await vscode.commands.executeCommand('vscode.open', uri);
}
