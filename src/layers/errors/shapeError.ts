import type { Size } from '../layer';

/** What PyTorch or Keras says of shapes that do not fit, with the numbers of its message. */
export type ShapeError =
  /** A row of `found` numbers meets a matrix with `expected` rows and `units` columns. */
  | { readonly kind: 'matrices'; readonly found: number; readonly expected: number; readonly units: number }
  | {
      readonly kind: 'channels';
      readonly found: number;
      readonly expected: number;
      /** As the library keeps them; `isTransposed` with the input's channels first. */
      readonly weight: readonly number[];
      readonly input: readonly number[];
      readonly isTransposed: boolean;
    }
  /** `padded` and `kernel` for each axis; the kernel with its dilation. */
  | { readonly kind: 'kernel-too-large'; readonly padded: readonly number[]; readonly kernel: readonly number[] }
  /** What comes out has no cells. */
  | { readonly kind: 'output-empty'; readonly input: readonly Size[]; readonly kernel: readonly number[] | undefined }
  | {
      readonly kind: 'sizes-apart';
      readonly sizes: readonly [number, number];
      readonly axis: number | undefined;
      readonly isJoin: boolean;
    }
  | { readonly kind: 'shapes-apart'; readonly shapes: readonly (readonly Size[])[]; readonly isJoin: boolean }
  /** Of a Keras layer, by its name. */
  | {
      readonly kind: 'axis';
      readonly name: string;
      readonly axis: number;
      readonly expected: number;
      readonly input: readonly Size[];
    }
  | {
      readonly kind: 'rank';
      readonly name: string;
      readonly expected: number;
      readonly found: number;
      readonly input: readonly Size[];
    }
  /** `count` numbers cannot be put into a shape. */
  | { readonly kind: 'reshape'; readonly shape: readonly number[]; readonly count: number }
  | { readonly kind: 'pool-padding'; readonly padding: number; readonly kernel: number }
  | { readonly kind: 'output-padding'; readonly outputPadding: number; readonly stride: number }
  /** A normalisation of `expected` channels meets `found`. */
  | { readonly kind: 'normalisation'; readonly expected: number; readonly found: number }
  /** So many answers for so many items. */
  | { readonly kind: 'batches'; readonly found: number; readonly expected: number };

/** Longer messages are cut: what counts stands at the end of a traceback. */
const longestText = 40_000;

/** The first message about shapes in a text, read from its end; undefined where there is none. */
export function shapeError(text: string): ShapeError | undefined {
  // A message goes over several lines, and a terminal breaks it where it likes.
  const flat = text.slice(-longestText).replace(/\s+/g, ' ');
  let best: { readonly at: number; readonly error: ShapeError } | undefined;
  for (const { pattern, read } of messages) {
    const found = lastMatch(flat, pattern);
    const error = found && read(found.match);
    if (found && error && (!best || found.at > best.at)) best = { at: found.at, error };
  }
  return best?.error;
}

interface Message {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => ShapeError | undefined;
}

function lastMatch(
  text: string,
  pattern: RegExp,
): { readonly at: number; readonly match: RegExpExecArray } | undefined {
  let last: RegExpExecArray | undefined;
  for (const match of text.matchAll(pattern)) last = match;
  return last && { at: last.index, match: last };
}

/** The numbers of a shape as it is written; `None`, `?` and letters are no numbers. */
function sizes(written: string | undefined): readonly Size[] {
  return (written ?? '')
    .split(/[,x ]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => (/^-?\d{1,12}$/.test(one) ? Number(one) : undefined));
}

function numbers(written: string | undefined): readonly number[] {
  return sizes(written).flatMap((size) => (size === undefined ? [] : [size]));
}

/** As PyTorch 1.13 to 2.13 and Keras 2 to 3.15 write them; every pattern takes a bounded part of the text. */
const messages: readonly Message[] = [
  {
    pattern: /shapes cannot be multiplied \((\d{1,12})x(\d{1,12}) and (\d{1,12})x(\d{1,12})\)/g,
    read: ([, , found, expected, units]) => matrices(found, expected, units),
  },
  {
    pattern: /size mismatch, m1: \[(\d{1,12}) x (\d{1,12})\], m2: \[(\d{1,12}) x (\d{1,12})\]/g,
    read: ([, , found, expected, units]) => matrices(found, expected, units),
  },
  {
    pattern:
      /Given (groups|transposed)=\d{1,6}, weight of size \[([\d, ]{1,80})\], expected input ?\[([\d, ]{1,80})\] to have (\d{1,12}) channels, but got (\d{1,12}) channels/g,
    read: ([, how, weight, input, expected, found]) => ({
      kind: 'channels',
      found: Number(found),
      expected: Number(expected),
      weight: numbers(weight),
      input: numbers(input),
      isTransposed: how === 'transposed',
    }),
  },
  {
    pattern:
      /Calculated padded input size per channel: \(([\dx ]{1,60})\)\. Kernel size: \(([\dx ]{1,60})\)\. Kernel size can't be greater/g,
    read: ([, padded, kernel]) => ({ kind: 'kernel-too-large', padded: numbers(padded), kernel: numbers(kernel) }),
  },
  {
    pattern:
      /Given input size: \(([\dx ]{1,60})\)\. Calculated output size: \([-\dx ]{1,60}\)\. Output size is too small/g,
    read: ([, input]) => ({ kind: 'output-empty', input: numbers(input), kernel: undefined }),
  },
  {
    pattern:
      /output size would be zero or negative\. Received `?inputs shape=\(([^)]{1,80})\)`?, `?kernel shape=\(([^)]{1,80})\)/g,
    read: ([, input, kernel]) => ({ kind: 'output-empty', input: sizes(input), kernel: numbers(kernel).slice(0, -2) }),
  },
  {
    pattern:
      /output size would be zero or negative\. Received: `inputs\.shape=[[(]([^\])]{1,80})[\])]`, `pool_size=[[(]([^\])]{1,40})/g,
    read: ([, input, kernel]) => ({ kind: 'output-empty', input: sizes(input), kernel: numbers(kernel) }),
  },
  {
    pattern:
      /One of the dimensions in the output is <= 0 due to downsampling in \w{1,40}\. Consider increasing the input size\. Received input shape \[([^\]]{1,80})\]/g,
    read: ([, input]) => ({ kind: 'output-empty', input: sizes(input), kernel: undefined }),
  },
  {
    pattern: /Negative dimension size caused by subtracting (\d{1,9}) from (\d{1,9})/g,
    read: ([, kernel, padded]) => ({ kind: 'kernel-too-large', padded: [Number(padded)], kernel: [Number(kernel)] }),
  },
  {
    pattern:
      /Sizes of tensors must match except in dimension \d{1,3}\. Expected size (\d{1,12}) but got size (\d{1,12})/g,
    read: ([, one, other]) => apart(one, other, undefined, true),
  },
  {
    pattern:
      /Sizes of tensors must match except in dimension \d{1,3}\. Got (\d{1,12}) and (\d{1,12}) in dimension (\d{1,3})/g,
    read: ([, one, other, axis]) => apart(one, other, axis, true),
  },
  {
    pattern:
      /The size of tensor a \((\d{1,12})\) must match the size of tensor b \((\d{1,12})\) at non-singleton dimension (\d{1,3})/g,
    read: ([, one, other, axis]) => apart(one, other, axis, false),
  },
  {
    pattern:
      /layer requires inputs with matching shapes except for the concatenation axis\. Received: input_shape=\[([^\]]{1,200})\]/g,
    read: ([, shapes]) => ({ kind: 'shapes-apart', shapes: listed(shapes), isJoin: true }),
  },
  {
    pattern:
      /(?:Inputs have incompatible shapes\. Received shapes|could not be broadcast together with shapes) (\([^)]{1,80}\),? (?:and )?\([^)]{1,80}\))/g,
    read: ([, shapes]) => ({ kind: 'shapes-apart', shapes: listed(shapes), isJoin: false }),
  },
  {
    pattern:
      /Input \d{1,3}(?: with name ["'][^"']{0,80}["'])? of layer ["']?([\w/]{1,80})["']? is incompatible with the layer: expected axis (-?\d{1,3}) of input shape to have value \{?(\d{1,12})\}?,? but received input with shape [([]([^)\]]{1,80})/g,
    read: ([, name, axis, expected, input]) => ({
      kind: 'axis',
      name: name!,
      axis: Number(axis),
      expected: Number(expected),
      input: sizes(input),
    }),
  },
  {
    pattern:
      /Input \d{1,3}(?: with name ["'][^"']{0,80}["'])? of layer ["']?([\w/]{1,80})["']? is incompatible with the layer: expected (?:min_)?ndim=(\d{1,3}), found ndim=(\d{1,3})\. Full shape received: [([]([^)\]]{1,80})/g,
    read: ([, name, expected, found, input]) => ({
      kind: 'rank',
      name: name!,
      expected: Number(expected),
      found: Number(found),
      input: sizes(input),
    }),
  },
  {
    pattern: /Expected [^.]{0,40}?(\d)D \(batched\) input to (\w{1,40}), but got input of size: \[([\d, ]{1,80})\]/g,
    read: ([, expected, name, input]) => ({
      kind: 'rank',
      name: name!,
      expected: Number(expected),
      found: numbers(input).length,
      input: numbers(input),
    }),
  },
  {
    pattern: /shape '\[([-\d, ]{1,80})\]' is invalid for input of size (\d{1,15})/g,
    read: ([, shape, count]) => ({ kind: 'reshape', shape: numbers(shape), count: Number(count) }),
  },
  {
    pattern:
      /total size of (?:new array|the tensor) must be unchanged[,.] (?:Received: )?input_shape ?= ?[([]([^)\]]{1,80})[)\]], (?:output|target)_shape ?= ?[([]([^)\]]{1,80})/g,
    read: ([, input, shape]) => ({
      kind: 'reshape',
      shape: numbers(shape),
      count: numbers(input).reduce((all, size) => all * size, 1),
    }),
  },
  {
    pattern:
      /pad should be (?:at most|smaller than or equal to) half of (?:effective )?kernel size, but got p(?:ad|ad[WH]) ?= ?(\d{1,9}),? (?:and )?k(?:ernel_size|[WH]) ?= ?(\d{1,9})/g,
    read: ([, padding, kernel]) => ({ kind: 'pool-padding', padding: Number(padding), kernel: Number(kernel) }),
  },
  {
    pattern:
      /output padding must be smaller than either stride or dilation, but got output_padding_height: (\d{1,9}) output_padding_width: (\d{1,9}) stride_height: (\d{1,9}) stride_width: (\d{1,9})/g,
    read: ([, height, width, tall, wide]) => ({
      kind: 'output-padding',
      outputPadding: Math.max(Number(height), Number(width)),
      stride: Math.min(Number(tall), Number(wide)),
    }),
  },
  {
    pattern: /(?:running_mean|weight) should contain (\d{1,12}) elements not (\d{1,12})/g,
    read: ([, found, expected]) => ({ kind: 'normalisation', found: Number(found), expected: Number(expected) }),
  },
  {
    pattern: /Expected input batch_size \((\d{1,12})\) to match target batch_size \((\d{1,12})\)/g,
    read: ([, found, expected]) => ({ kind: 'batches', found: Number(found), expected: Number(expected) }),
  },
];

function matrices(found: string | undefined, expected: string | undefined, units: string | undefined): ShapeError {
  return { kind: 'matrices', found: Number(found), expected: Number(expected), units: Number(units) };
}

function apart(
  one: string | undefined,
  other: string | undefined,
  axis: string | undefined,
  isJoin: boolean,
): ShapeError {
  const at = axis === undefined ? undefined : Number(axis);
  return { kind: 'sizes-apart', sizes: [Number(one), Number(other)], axis: at, isJoin };
}

function listed(shapes: string | undefined): readonly (readonly Size[])[] {
  return [...(shapes ?? '').matchAll(/\(([^)]{1,80})\)/g)].map(([, shape]) => sizes(shape));
}
