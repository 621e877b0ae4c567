import { foldAfter, rowsHeight, type StageRequest } from './stageLayout';

/** Below this width the sentence stands in lines, one for each row of the kernel. */
const leastWide = 620;

/** Characters of a sentence of which only the first terms are told. */
const foldedSentence = 70;

/** Height that caption and sentence of the step take below the stage, with a line for the sum by weight. */
export function wordsHeight(request: StageRequest): number {
  const { width, sentence, asRows, presenting } = request;
  if (width < leastWide) return narrowHeight(request);
  if (asRows) return 28 + rowsHeight;
  // In wide windows the sentence is larger.
  const [character, line] = presenting ? [14.6, 36] : [width >= 1200 ? 9.7 : 8.6, 24];
  const lines = Math.min(3, Math.ceil((sentence * character) / Math.max(200, width - 48)));
  return (presenting ? 36 : 26) + lines * line + (tellsByWeight(request) ? 24 : 0);
}

/** Short sums are told by weight too, where there is room. */
export function tellsByWeight({ width, height, kernel }: StageRequest): boolean {
  return width >= leastWide && height > 400 && kernel[0] * kernel[1] <= 12;
}

function narrowHeight({ width, kernel, sentence, asRows }: StageRequest): number {
  const taps = kernel[0] * kernel[1];
  const told = taps > foldAfter.narrow ? foldedSentence : sentence;
  const lines =
    kernel[1] <= 4 && taps <= foldAfter.wide
      ? Math.min(kernel[0], 5) + 1
      : Math.min(6, Math.ceil((told * 8.6) / (width - 24)));
  const caption = width < 420 ? 0 : width < 600 ? 48 : 24;
  return 6 + caption + (asRows ? rowsHeight + 24 : lines * 21);
}
