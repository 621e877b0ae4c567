import { parseArgs } from 'node:util';
import { peers } from './peers.mjs';
import { workloads } from './workloads.mjs';

const usage = `npm run bench -- [--quick] [--only W3,W4a] [--peers engine,OpenCV]
  --only    workloads: ${Object.keys(workloads).join('; ')}
  --peers   beginnings of names: ${Object.keys(peers).join('; ')}`;

/** What a run is to measure; throws how it is used where the arguments say nothing that there is. */
export function readOptions(args) {
  const { values } = parse(args);
  const whole = Object.keys(workloads).filter((name) => !values.quick || !workloads[name].isRankOne);
  const names = values.only ? list(values.only) : whole;
  const only = values.peers ? list(values.peers) : [];
  const isKnown = (part) => Object.keys(peers).some((name) => name.toLowerCase().startsWith(part.toLowerCase()));
  if (!names.every((name) => name in workloads) || !only.every(isKnown)) throw new Error(usage);
  return { quick: values.quick, names, only, isWhole: !values.only && !values.peers };
}

const list = (text) => text.split(',').map((part) => part.trim());

function parse(args) {
  const options = {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    peers: { type: 'string' },
  };
  try {
    return parseArgs({ args, options });
  } catch {
    throw new Error(usage);
  }
}
