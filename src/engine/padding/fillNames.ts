import type { Fill } from '../convolution/conv2dParams';

/** The libraries whose names for what padding holds are known. */
export type FillLibrary = 'numpy' | 'torch' | 'scipy' | 'ndimage' | 'opencv';

type FillKind = Fill['kind'];

/**
 * Each library's names; the first of a kind is the one to write. Sources: numpy.pad mode; torch.nn.functional.pad mode
 * and torch.nn.Conv2d padding_mode; scipy.signal.convolve2d boundary; scipy.ndimage.correlate mode, whose `reflect` is
 * everybody else's symmetric; OpenCV BorderTypes, whose filter2D refuses BORDER_WRAP.
 */
const namesOf: Readonly<Record<FillLibrary, readonly (readonly [name: string, kind: FillKind])[]>> = {
  numpy: [
    ['constant', 'constant'],
    ['edge', 'replicate'],
    ['reflect', 'reflect'],
    ['symmetric', 'symmetric'],
    ['wrap', 'circular'],
  ],
  torch: [
    ['zeros', 'zeros'],
    ['constant', 'constant'],
    ['replicate', 'replicate'],
    ['reflect', 'reflect'],
    ['circular', 'circular'],
  ],
  scipy: [
    ['fill', 'constant'],
    ['symm', 'symmetric'],
    ['wrap', 'circular'],
  ],
  ndimage: [
    ['constant', 'constant'],
    ['grid-constant', 'constant'],
    ['nearest', 'replicate'],
    ['mirror', 'reflect'],
    ['reflect', 'symmetric'],
    ['grid-mirror', 'symmetric'],
    ['wrap', 'circular'],
    ['grid-wrap', 'circular'],
  ],
  opencv: [
    ['BORDER_CONSTANT', 'constant'],
    ['BORDER_REPLICATE', 'replicate'],
    ['BORDER_REFLECT_101', 'reflect'],
    ['BORDER_REFLECT101', 'reflect'],
    ['BORDER_DEFAULT', 'reflect'],
    ['BORDER_REFLECT', 'symmetric'],
    ['BORDER_WRAP', 'circular'],
  ],
};

/**
 * The fill that a library means by a name, undefined for a name that it does not have. `value` is what a constant holds
 * (constant_values, value, fillvalue, cval): 0, every library's default, is the fill of zeros.
 */
export function fillNamed(library: FillLibrary, name: string, value = 0): Fill | undefined {
  const kind = namesOf[library].find(([known]) => known === name)?.[1];
  if (kind === 'constant' && !Object.is(value, 0)) return { kind, value };
  return kind === 'constant' ? { kind: 'zeros' } : kind && { kind };
}

/** The name under which a library has a fill, undefined where it has none: PyTorch knows no symmetric padding. */
export function fillName(library: FillLibrary, { kind }: Fill): string | undefined {
  const nameOf = (wanted: FillKind) => namesOf[library].find(([, known]) => known === wanted)?.[0];
  return nameOf(kind) ?? (kind === 'zeros' ? nameOf('constant') : undefined);
}
