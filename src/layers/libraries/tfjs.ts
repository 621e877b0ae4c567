import type { ArgumentValue } from '../syntax/argumentValue';
import type { SourceCall } from '../syntax/sourceCall';
import { kerasLike } from './keras';
import type { LayerReaders } from './layerReader';

/** Names of TensorFlow.js that are not Keras's with another first letter. */
const renamed: Readonly<Record<string, string>> = {
  reLU: 'ReLU',
  leakyReLU: 'LeakyReLU',
  elu: 'ELU',
};

/** What only TensorFlow.js takes. */
const ignored = new Set(['batch_input_shape', 'updatable', 'input_d_type']);

/** TensorFlow.js's layers: Keras's, in camel case. */
export const tfjsLayers: LayerReaders = Object.fromEntries(
  Object.entries(kerasLike('tfjs')).map(([name, reader]) => [scriptName(name), reader]),
);

/** `Conv2D` → `conv2d`, `MaxPooling2D` → `maxPooling2d`. */
function scriptName(name: string): string {
  const known = Object.entries(renamed).find(([, keras]) => keras === name);
  if (known) return known[0];
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`.replace(/(\d)D/, '$1d');
}

/** A call whose one record of options became the keywords that Keras has for them. */
export function withKeywords(call: SourceCall): SourceCall {
  const [options] = call.args;
  if (call.args.length > 1 || (options && options.kind !== 'record')) return call;
  const keywords = new Map<string, ArgumentValue>();
  for (const [key, value] of options?.entries ?? []) {
    const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (!ignored.has(name)) keywords.set(name, value);
  }
  return { ...call, args: [], keywords, spreads: [...call.spreads, ...(options?.spreads ?? [])] };
}
