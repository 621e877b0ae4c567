/** The sample notebook. */
export const sampleNotebook = 'convolution.ipynb';

/** Every sample in `media/samples`; a folder of an extension cannot be listed on the web. */
export const samples: readonly string[] = [
  sampleNotebook,
  'kernels.py',
  'edges.m',
  'filters.cpp',
  'conv.js',
  'printed.txt',
  'matrix.csv',
  'notes.md',
];
