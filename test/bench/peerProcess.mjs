import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Starts the process of a peer; `ask` sends one request and gives its answer, or throws what went wrong there. */
export function startPeer({ language, module }, { node, python }) {
  const [command, script] = language === 'node' ? [node, 'servePeer.mjs'] : [python, 'serve_peer.py'];
  const child = spawn(command, [path.join(here, script), module], { env: bareEnvironment() });
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints = `${complaints}${data}`.slice(-2000);
  });
  let waiting;
  let ending;
  // Libraries print what they like; only lines that begin so are answers.
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('answer ')) waiting?.resolve(JSON.parse(line.slice('answer '.length)));
  });
  const ended = new Promise((resolve) => {
    const end = (why) => {
      ending = new Error(why);
      waiting?.reject(ending);
      resolve();
    };
    child.on('error', ({ message }) => end(message));
    child.on('close', (code, signal) => end(`its process ended with ${code ?? signal}: ${lastLine(complaints)}`));
  });
  child.stdin.on('error', () => {});
  const ask = async (request) => {
    if (ending) throw ending;
    const answer = await new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      child.stdin.write(`${JSON.stringify(request)}\n`);
    });
    if (answer.failure) throw new Error(answer.failure);
    return answer;
  };
  const end = () => {
    child.stdin.end();
    return ended;
  };
  return { ask, end };
}

/** Without what a machine may have set to hold libraries of numbers to slower loops. */
function bareEnvironment() {
  const { OPENBLAS_CORETYPE, OPENBLAS_L2_SIZE, ...rest } = process.env;
  return rest;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
