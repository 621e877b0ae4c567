/** In a fresh process: how many times input plus output the most memory is that W8 takes, these two included. */
import { pathToFileURL } from 'node:url';

const { convEngine, planConv2d } = await import(pathToFileURL(process.argv[2]));
const size = 4096;
const plan = planConv2d([size, size], [3, 3], {
  strides: [1, 1],
  dilations: [1, 1],
  padding: { kind: 'all', amount: 1 },
  fill: { kind: 'zeros' },
  flip: false,
  groups: 1,
});
const before = process.memoryUsage.rss();
const input = new Float32Array(size * size).fill(1);
const run = convEngine().prepare(plan, new Float32Array(9).fill(1), { precision: 'float32', accuracy: 'fast' });
const output = run.run(input);
const taken = process.resourceUsage().maxRSS * 1024 - before;
if (output[size + 1] !== 9) throw new Error('The result is wrong.');
console.log(JSON.stringify({ share: taken / (input.byteLength + output.byteLength) }));
