/** Every lesson in `media/lessons` in the order of the course; a folder of an extension cannot be listed on the web. */
export const lessonNames: readonly string[] = [
  'every-step',
  'one-patch',
  'named-filters',
  'strong-and-weak',
  'feature-map',
  'output-size',
  'stride',
  'padding',
  'use-counts',
  'solve-for-padding',
  'same-with-stride',
  'nine-patches',
  'numpy',
  'locality',
];
