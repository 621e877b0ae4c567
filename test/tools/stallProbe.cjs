/**
 * Stands in for a suite of tests in the extension host, to watch its event loop: for every turn longer than 10 ms
 * appends a line `time length`, in milliseconds, to a file beside the workspace's own.
 */
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

const leastMilliseconds = 10;

exports.run = () =>
  new Promise(() => {
    const file = path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'stalls.txt');
    fs.writeFileSync(file, '');
    let last = performance.now();
    const turn = () => {
      const milliseconds = performance.now() - last;
      if (milliseconds > leastMilliseconds) fs.appendFileSync(file, `${Date.now()} ${Math.round(milliseconds)}\n`);
      last = performance.now();
      setImmediate(turn);
    };
    turn();
  });
