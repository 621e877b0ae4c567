import * as vscode from 'vscode';

/** The script of each surface; panel and playground are one page with two style sheets. */
const scripts = { panel: 'lens', playground: 'lens', network: 'network', summary: 'summary' } as const;

/** The page of a surface: a style sheet, a script with a nonce, and nothing from elsewhere. */
export function webviewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, surface: keyof typeof scripts): string {
  const address = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(viewFolder(extensionUri), file)).toString();
  const nonce = newNonce();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data: blob:`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    'worker-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address(`${surface}.css`)}">
<title>Convolution Lens</title>
</head>
<body data-surface="${surface}">
<main id="lens"></main>
<script type="module" nonce="${nonce}" src="${address(`${scripts[surface]}.js`)}"></script>
</body>
</html>`;
}

/** What a webview of ours may do and read. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, enableForms: false, localResourceRoots: [viewFolder(extensionUri)] };
}

function viewFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'view');
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
