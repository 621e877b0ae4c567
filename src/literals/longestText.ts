/** Longer texts, in UTF-16 code units, are refused before there is room made for them. */
export const longestText = 64 * 2 ** 20;

/** A text of more tokens is refused; lists of nothing but numbers count as one. */
export const mostTokens = 2 ** 24;

/** How many numbers are read from a text, where nothing else is asked for. */
export const mostNumbers = 4_000_000;
