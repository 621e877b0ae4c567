/** In a fresh process: how long reading a text takes, place of every number included, beside `JSON.parse` of the same text. */
import { pathToFileURL } from 'node:url';

const [file, kind, runs] = process.argv.slice(2);
const { readMatrices } = await import(pathToFileURL(file));
const side = 1000;

const writers = {
  integers: (value) => String(Math.floor(value * 256)),
  '6 decimals': (value) => (value * 2 - 1).toFixed(6),
  '17 digits': (value) => String(value / 3),
};

function textOf(write) {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const row = () => `[${Array.from({ length: side }, () => write(next())).join(', ')}]`;
  return `[${Array.from({ length: side }, row).join(',\n')}]`;
}

function timed(run) {
  const before = performance.now();
  run();
  return performance.now() - before;
}

const median = (times) => times.sort((one, other) => one - other)[times.length >> 1];

const text = textOf(writers[kind]);
const read = () => {
  const [literal] = readMatrices(text, 'python').literals;
  if (literal?.data.length !== side * side) throw new Error('The text was not read.');
  return literal;
};

/** Bytes by number of all arrays that one reading has made, those that it no longer needs included. */
function memory() {
  // Arrays are let go in a second round.
  globalThis.gc();
  globalThis.gc();
  const before = process.memoryUsage().arrayBuffers;
  const literal = read();
  return (process.memoryUsage().arrayBuffers - before) / literal.data.length;
}

const parse = [];
const ours = [];
for (let i = 0; i < Number(runs); i++) {
  parse.push(timed(() => JSON.parse(text)));
  ours.push(timed(read));
}
console.log(JSON.stringify({ parse: median(parse), read: median(ours), bytes: memory() }));
