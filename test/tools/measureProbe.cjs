/**
 * Stands in for a suite of tests in the extension host: does there what it is asked for over HTTP, by a POST of
 * `{ act, argument }` to the port that `probe.json` beside the workspace's files names, and answers with JSON.
 */
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');

const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
const emptyPage = '<!DOCTYPE html><html><body data-surface="empty"><p>empty</p></body></html>';

/** What can be asked for, by name; `from` of an answer is the moment at which it was begun. */
const acts = {
  /** Runs a command; addresses are given as `{ path }`. */
  command: ({ id, path: file }) => vscode.commands.executeCommand(id, ...(file ? [vscode.Uri.file(file)] : [])),
  /** Shows a text of the workspace in the first group, and selects the lines from `first` to `last`. */
  async select({ name, first, last }) {
    const [{ uri }] = vscode.workspace.workspaceFolders;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(uri, name));
    const selection = new vscode.Range(first, 0, last, document.lineAt(last).text.length);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection });
  },
  empty() {
    const panel = vscode.window.createWebviewPanel('convolutionLens.measured', 'Empty', beside, {
      enableScripts: true,
    });
    panel.webview.html = emptyPage;
  },
  async closePanels() {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
  },
  memory() {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return { heapUsed, arrayBuffers };
  },
  kinds,
  configure: ({ name, value }) =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global),
  /** Milliseconds until the providers of hovers, or of hints for some lines, of the shown text have answered. */
  async hoverTime({ line, character }) {
    const place = new vscode.Position(line, character);
    const from = performance.now();
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', shown().uri, place);
    return { milliseconds: performance.now() - from, count: hovers.length };
  },
  async hintTime({ first, last }) {
    const from = performance.now();
    const range = new vscode.Range(first, 0, last, 0);
    const hints = await vscode.commands.executeCommand('vscode.executeInlayHintProvider', shown().uri, range);
    return { milliseconds: performance.now() - from, count: hints.length };
  },
  /** Replaces what stands between two columns of a line of the shown text. */
  async edit({ line, start, end, text }) {
    const change = new vscode.WorkspaceEdit();
    change.replace(shown().uri, new vscode.Range(line, start, line, end), text);
    await vscode.workspace.applyEdit(change);
  },
  /** Milliseconds until the diagnostics of the shown text are so many. */
  async diagnosticsTime({ count }) {
    const from = performance.now();
    while (vscode.languages.getDiagnostics(shown().uri).length !== count) {
      if (performance.now() - from > 20_000) throw new Error(`Not ${count} diagnostics.`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return performance.now() - from;
  },
  watchStalls,
  longestStall: () => stalls.longest,
};

/** The text that is shown. */
const shown = () => vscode.window.visibleTextEditors[0].document;

const stalls = { longest: 0, timer: undefined };

/** From now on, tells how late a timer of a few milliseconds comes; a loop of turns would keep a core busy. */
function watchStalls() {
  clearInterval(stalls.timer);
  stalls.longest = 0;
  let last = performance.now();
  stalls.timer = setInterval(() => {
    // With the timer's own pause: what is told may be a little too long, never too short.
    stalls.longest = Math.max(stalls.longest, performance.now() - last);
    last = performance.now();
  }, 4);
}

function collect() {
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc');
  // Some things are let go in a second round.
  for (let round = 0; round < 3; round++) gc();
}

/** How many things of each kind are alive: objects by their class, functions by their name. */
async function kinds() {
  collect();
  const chunks = [];
  for await (const chunk of v8.getHeapSnapshot()) chunks.push(chunk);
  const { snapshot, nodes, strings } = JSON.parse(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString());
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name] = ['type', 'name'].map((field) => fields.indexOf(field));
  const counts = {};
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[type][nodes[at + type]];
    if (kind !== 'object' && kind !== 'closure') continue;
    const key = `${kind} ${strings[nodes[at + name]]}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { act, argument } = JSON.parse(Buffer.concat(chunks).toString());
  const from = Date.now();
  const [status, body] = await Promise.resolve()
    .then(() => acts[act](argument ?? {}))
    .then(
      (value) => [200, { from, value }],
      (error) => [500, { message: String(error?.stack ?? error) }],
    );
  response.writeHead(status, { connection: 'close' }).end(JSON.stringify(body));
}

exports.run = () =>
  new Promise(() => {
    const server = http.createServer((request, response) => void answer(request, response));
    server.listen(0, '127.0.0.1', () => {
      const file = path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'probe.json');
      fs.writeFileSync(file, JSON.stringify(server.address()));
    });
  });
