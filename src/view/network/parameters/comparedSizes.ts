/** The sizes for which dense and convolutional layers are compared. */
export interface ComparedSizes {
  readonly rows: number;
  readonly cols: number;
  readonly channels: number;
  /** Outputs of the dense layer. */
  readonly units: number;
  readonly filters: number;
  /** Rows and columns of the kernel. */
  readonly kernel: number;
}

/** The course's first comparison: a grey image of 28 × 28 and 1,000 neurons. */
export const mnistSizes: ComparedSizes = { rows: 28, cols: 28, channels: 1, units: 1000, filters: 64, kernel: 3 };

/** A picture of ImageNet's usual size and 1,000 neurons; the first layer of VGG-16 as the convolution. */
export const imagenetSizes: ComparedSizes = { ...mnistSizes, rows: 224, cols: 224, channels: 3 };

/** The largest number of each. */
export const mostSizes: ComparedSizes = {
  rows: 4096,
  cols: 4096,
  channels: 4096,
  units: 100_000,
  filters: 4096,
  kernel: 31,
};

/** Reads what was kept; what is missing or nonsense is the first comparison's. */
export function readComparedSizes(kept: unknown): ComparedSizes {
  const parts = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  const read = (name: keyof ComparedSizes) => {
    const size = parts[name];
    const isSize = typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= mostSizes[name];
    return isSize ? size : mnistSizes[name];
  };
  return {
    rows: read('rows'),
    cols: read('cols'),
    channels: read('channels'),
    units: read('units'),
    filters: read('filters'),
    kernel: read('kernel'),
  };
}
