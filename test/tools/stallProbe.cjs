/**
 * Stands in for a suite of tests in the extension host, to watch its event loop: a timer looks every few milliseconds,
 * and where it comes more than 10 ms after its last look, a line `time length`, in milliseconds, is appended to a file
 * beside the workspace's own. A timer, since a loop of turns would keep one of the machine's cores busy all the time.
 */
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

const lookMilliseconds = 4;
const leastMilliseconds = 10;

exports.run = () =>
  new Promise(() => {
    const file = path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'stalls.txt');
    fs.writeFileSync(file, '');
    let last = performance.now();
    setInterval(() => {
      // With the timer's own pause: what is told may be a little too long, never too short.
      const milliseconds = performance.now() - last;
      if (milliseconds > leastMilliseconds) fs.appendFileSync(file, `${Date.now()} ${Math.round(milliseconds)}\n`);
      last = performance.now();
    }, lookMilliseconds);
  });
