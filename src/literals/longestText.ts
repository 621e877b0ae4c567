/** Longer texts, in UTF-16 code units, are refused before there is room made for them. */
export const longestText = 16 * 2 ** 20;

/** Matrices with more numbers are refused, and what computes them: a picture of 1080 × 1920 has less. */
export const mostNumbers = 2 ** 21;
