import type { Argument } from '../expression/frame';
import type { Machine } from '../expression/machine';
import { isScalar, type Numbers, type Value } from '../expression/value';
import { type BuilderCall, builders } from './builders';

/** Methods of arrays that do what a function of their library does, and what each library's function is called. */
const methods: Readonly<Record<string, { readonly numpy?: string; readonly torch?: string } | undefined>> = {
  __proto__: null as never,
  flip: { torch: 'flip' },
  fliplr: { torch: 'fliplr' },
  flipud: { torch: 'flipud' },
  rot90: { torch: 'rot90' },
  roll: { torch: 'roll' },
  permute: { torch: 'permute' },
  transpose: { numpy: 'permute', torch: 'swapaxes' },
  swapaxes: { numpy: 'swapaxes', torch: 'swapaxes' },
  repeat: { numpy: 'repeat', torch: 'tile' },
  tile: { torch: 'tile' },
  repeat_interleave: { torch: 'repeat_interleave' },
  dot: { numpy: 'dot', torch: 'dot' },
  matmul: { torch: 'matmul' },
  mm: { torch: 'matmul' },
  outer: { torch: 'outer' },
  tril: { torch: 'tril' },
  triu: { torch: 'triu' },
  diag: { torch: 'diag' },
  sum: { numpy: 'sum', torch: 'sum' },
  mean: { numpy: 'mean', torch: 'mean' },
  max: { numpy: 'max', torch: 'max' },
  min: { numpy: 'min', torch: 'min' },
  add: { torch: 'add' },
  sub: { torch: 'subtract' },
  mul: { torch: 'multiply' },
  div: { torch: 'divide' },
};

/** Methods that take a list's numbers as arguments of their own: `x.permute(2, 0, 1)`. */
const spreads = new Set(['flip', 'permute', 'repeat', 'tile', 'transpose']);

/** What a method of an array that is a function of its library makes; undefined where it is not known. */
export function methodCall(
  machine: Machine,
  of: Numbers,
  name: string,
  args: readonly Argument[],
  place: { readonly start: number; readonly end: number },
): Value | undefined {
  const method = methods[name];
  const library = of.library ?? (method && sameIn(method) ? 'numpy' : undefined);
  const called = library && method?.[library];
  if (!called || of.holder !== 'array') return undefined;
  const isSwap = called === 'swapaxes';
  const given = spreads.has(name) && !isSwap ? [...spreadList(args)] : args;
  const path = library === 'torch' ? `torch.${called}` : `np.${called}`;
  const call: BuilderCall = {
    machine,
    args: [{ keyword: undefined, value: of }, ...given],
    callee: { kind: 'name', name: called, path, start: place.start, end: place.end },
    place,
    base: of.from,
  };
  return builders[called]!(call);
}

function sameIn({ numpy, torch }: { readonly numpy?: string; readonly torch?: string }): boolean {
  return numpy === torch;
}

/** Single numbers side by side as the one list that they are short for. */
function spreadList(args: readonly Argument[]): readonly Argument[] {
  const numbers = args.filter(({ keyword, value }) => keyword === undefined && isScalar(value));
  const [first] = numbers;
  if (!first || numbers.length < 2 || numbers.length !== args.length) return args;
  const list: Numbers = { ...(first.value as Numbers), shape: [numbers.length], holder: 'tuple' };
  return [{ keyword: undefined, value: list }];
}
