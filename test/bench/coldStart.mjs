/** In a fresh process: milliseconds from loading the engine, the file named last, to its first result of 28×28. */
import { pathToFileURL } from 'node:url';

const start = performance.now();
const { convEngine, planConv2d } = await import(pathToFileURL(process.argv[2]));
const plan = planConv2d([28, 28], [3, 3], {
  strides: [1, 1],
  dilations: [1, 1],
  padding: { kind: 'same_upper' },
  fill: { kind: 'zeros' },
  flip: false,
  groups: 1,
});
const run = convEngine().prepare(plan, new Float32Array(9).fill(1), { precision: 'float32', accuracy: 'fast' });
const output = run.run(new Float32Array(28 * 28).fill(1));
const milliseconds = performance.now() - start;
if (output[0] !== 4 || output[29] !== 9) throw new Error('The first result is wrong.');
console.log(JSON.stringify({ milliseconds }));
