import type { ShapeError } from '../layers/errors/shapeError';
import type { LayerUse } from '../layers/flow/layerReport';
import type { Size } from '../layers/layer';
import { countText } from './numberText';
import type { Translate } from './translate';

/** An error about shapes in plain words. Nothing in it is of the person's text but numbers. */
export interface ShapeErrorText {
  /** What happened, with the numbers. */
  readonly what: string;
  /** The ways to mend it, at least two. */
  readonly ways: readonly [string, string, ...string[]];
}

/** What an error says, and how it is mended; `use` is the layer at work on its input, where that is known. */
export function shapeErrorText(t: Translate, error: ShapeError, use: LayerUse | undefined): ShapeErrorText {
  switch (error.kind) {
    case 'matrices':
      return matricesText(t, error, use);
    case 'channels':
      return channelsText(t, error);
    case 'kernel-too-large':
      return kernelText(t, error);
    case 'output-empty':
      return emptyText(t, error);
    case 'sizes-apart':
      return apartText(t, error);
    case 'shapes-apart':
      return shapesText(t, error);
    case 'axis':
      return axisText(t, error);
    case 'rank':
      return rankText(t, error);
    case 'reshape':
      return reshapeText(t, error);
    case 'pool-padding':
      return {
        what: t(
          'PyTorch takes a padding of at most half of the pooling window: {0} is more than half of {1}.',
          error.padding,
          error.kernel,
        ),
        ways: [
          t('Make the padding {0} or less.', Math.floor(error.kernel / 2)),
          t('Pad before the pooling with a layer of its own, such as nn.ZeroPad2d.'),
        ],
      };
    case 'output-padding':
      return {
        what: t(
          'output_padding only chooses between the sizes that one stride folds together: {0} is not less than the stride of {1}.',
          error.outputPadding,
          error.stride,
        ),
        ways: [
          t('Make output_padding {0} or less.', Math.max(0, error.stride - 1)),
          t('Enlarge the output with the stride, or with a layer of padding behind.'),
        ],
      };
    case 'normalisation':
      return {
        what: t('The normalisation is made for {0} channels, but {1} come in.', error.expected, error.found),
        ways: [
          t('Give the normalisation {0} channels.', error.found),
          t('Let the layer before it give {0} channels.', error.expected),
        ],
      };
    case 'batches':
      return batchesText(t, error);
  }
}

type Of<Kind extends ShapeError['kind']> = Extract<ShapeError, { readonly kind: Kind }>;

function matricesText(
  t: Translate,
  { found, expected, units }: Of<'matrices'>,
  use: LayerUse | undefined,
): ShapeErrorText {
  const before = use?.input?.slice(1);
  const whole = before && product(before);
  const isUnflattened = before !== undefined && before.length > 1 && whole === expected;
  return {
    what: t(
      'Each row that comes in has {0} numbers, but the weights of the dense layer have {1} rows ({1} → {2}): it was made for {1} features.',
      found,
      expected,
      units,
    ),
    ways: isUnflattened
      ? [
          t('Flatten before the layer: {0} = {1}.', before.map(shown).join('·'), expected),
          t('Set in_features to {0}, if the layer is to work on the last axis alone.', found),
        ]
      : [
          t('Set in_features to {0}, which is what arrives.', found),
          t(
            'Change what comes before, so that {0} features arrive: another input size, stride, pooling or number of channels.',
            expected,
          ),
        ],
  };
}

function channelsText(t: Translate, error: Of<'channels'>): ShapeErrorText {
  const { found, expected, input } = error;
  const what = t('The layer was made for {0} input channels, but {1} come in.', expected, found);
  const isLast = input.at(-1) === expected && found !== expected;
  return {
    what: isLast
      ? t('{0} The last axis has {1}: the channels seem to stand last, and PyTorch wants them first.', what, expected)
      : what,
    ways: [
      isLast ? t('Move the axes: x.permute(0, 3, 1, 2).') : t('Set in_channels to {0}.', found),
      expected === 3 && found === 1
        ? t('Repeat the grey channel three times: x.repeat(1, 3, 1, 1).')
        : t('Let the layer before give {0} channels.', expected),
    ],
  };
}

function kernelText(t: Translate, { padded, kernel }: Of<'kernel-too-large'>): ShapeErrorText {
  const missing = Math.max(...kernel.map((size, axis) => size - (padded[axis] ?? size)));
  return {
    what: t(
      'The kernel covers {0} cells, dilation counted in, but the input has only {1} with its padding: it fits nowhere.',
      kernel.join(' × '),
      padded.join(' × '),
    ),
    ways: [
      t(
        'Add a padding of {0} on each side, or take a smaller kernel or dilation.',
        Math.max(1, Math.ceil(missing / 2)),
      ),
      t('Let fewer strides and poolings come before, or give the model a larger image.'),
    ],
  };
}

function emptyText(t: Translate, { input, kernel }: Of<'output-empty'>): ShapeErrorText {
  const came = input.map(shown).join(' × ');
  return {
    what: kernel
      ? t('The window of {0} does not fit into what comes in, {1}: no cell would be left.', kernel.join(' × '), came)
      : t('What comes in, {0}, is smaller than the window: no cell would be left.', came),
    ways: [
      t('Take out a pooling or a stride before, or keep the size with padding “same”.'),
      t('Give the model a larger image.'),
    ],
  };
}

function apartText(t: Translate, { sizes: [one, other], axis, isJoin }: Of<'sizes-apart'>): ShapeErrorText {
  const where = axis === undefined ? '' : ` ${t('(axis {0})', axis)}`;
  const isNear = Math.abs(one - other) === 1;
  const cause = isNear
    ? t('An odd size was halved and doubled on one of the ways.')
    : t('One of the ways has another stride or pooling than the other.');
  return {
    what: isJoin
      ? t(
          'Tensors are put together whose sizes differ beside the axis along which they are joined: {0} and {1}{2}. {3}',
          one,
          other,
          where,
          cause,
        )
      : t(
          'Two tensors are added cell by cell, but one has {0} cells and the other {1}{2}. {3}',
          one,
          other,
          where,
          cause,
        ),
    ways: [
      isNear
        ? t(
            'Pad or cut the larger one to {0} before, or use image sizes that the strides divide.',
            Math.min(one, other),
          )
        : t(
            'Give the other way the same stride, for example with a convolution 1 × 1 with that stride in the shortcut.',
          ),
      t('Bring one to the size of the other: F.interpolate(x, size=y.shape[2:]).'),
    ],
  };
}

function shapesText(t: Translate, { shapes, isJoin }: Of<'shapes-apart'>): ShapeErrorText {
  const all = shapes.map((shape) => `(${shape.map(shown).join(', ')})`).join(', ');
  return {
    what: isJoin
      ? t('What is joined differs beside the axis along which it is joined: {0}.', all)
      : t('What is put together cell by cell has different shapes: {0}.', all),
    ways: [
      t('Give both ways the same strides and padding; a size that is odd before a pooling comes back one smaller.'),
      t('Bring one to the size of the other, with Cropping2D, ZeroPadding2D or Resizing.'),
    ],
  };
}

function axisText(t: Translate, { axis, expected, input }: Of<'axis'>): ShapeErrorText {
  const found = input.at(axis);
  const whole = product(input.slice(1));
  return {
    what: t(
      'The layer was built for {0} numbers along axis {1}, but {2} come in: {3}.',
      expected,
      axis < 0 ? `−${-axis}` : axis,
      shown(found),
      `(${input.map(shown).join(', ')})`,
    ),
    ways: [
      whole === expected && input.length > 2
        ? t('Flatten before the layer: {0} = {1}.', input.slice(1).map(shown).join('·'), expected)
        : t('Give the layer what it was built for: {0} along that axis.', expected),
      t('Build the model anew for the shape that comes in: a Keras layer keeps the sizes of its first input.'),
    ],
  };
}

function rankText(t: Translate, { expected, found, input }: Of<'rank'>): ShapeErrorText {
  const came = `(${input.map(shown).join(', ')})`;
  return {
    what: t('The layer takes {0} axes with the batch, but {1} come in: {2}.', expected, found, came),
    ways:
      found < expected
        ? [
            t('Add what is missing: an axis for one channel, or one for the batch: x[None], x.unsqueeze(1).'),
            t('Say the whole shape in the input, with its channels: (28, 28, 1).'),
          ]
        : [
            t('Flatten, or pool over everything, before the layer.'),
            t('Use the layer for more axes: 3d instead of 2d.'),
          ],
  };
}

function reshapeText(t: Translate, { shape, count }: Of<'reshape'>): ShapeErrorText {
  const known = shape.filter((size) => size >= 0).reduce((all, size) => all * size, 1);
  const wanted = shape.map((size) => (size < 0 ? '?' : countText(size))).join(' × ');
  const hasRest = shape.some((size) => size < 0);
  return {
    what: hasRest
      ? t('{0} numbers cannot be put into {1}: {0} is no multiple of {2}.', countText(count), wanted, countText(known))
      : t('{0} numbers cannot be put into {1}, which holds {2}.', countText(count), wanted, countText(known)),
    ways: [
      t('Keep the batch and leave the rest open: x.flatten(1), or x.view(x.size(0), -1).'),
      t('Work out the size again from the layers before; the hover over each layer tells what comes out.'),
    ],
  };
}

function batchesText(t: Translate, { found, expected }: Of<'batches'>): ShapeErrorText {
  const share = found / expected;
  const factor = share >= 1 ? countText(share) : `1/${countText(Math.round(1 / share))}`;
  const isWhole = Number.isInteger(share) || Number.isInteger(1 / share);
  const what = t('The model gives answers for {0} items, but there are {1} targets.', found, expected);
  return {
    what: isWhole || share === 1 ? what : t('{0} A reshape has mixed the batch with the other axes.', what),
    ways: [
      t('Flatten without the batch: x.flatten(1) instead of a fixed number of features after −1.'),
      isWhole
        ? t('Look for what makes {0} rows of every item.', factor)
        : t('Set in_features of the first dense layer to what one item has, and the batch stays as it is.'),
    ],
  };
}

function product(sizes: readonly Size[]): Size {
  return sizes.reduce<Size>((all, size) => (all === undefined || size === undefined ? undefined : all * size), 1);
}

function shown(size: Size): string {
  return size === undefined ? '?' : countText(size);
}
