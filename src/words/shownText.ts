/** Names that are longer are cut where they stand among other words. */
const mostInName = 60;

/** Letters of the scripts that run from right to left and are in use. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Control characters, marks that order text or take no room, separators of lines, and halves of pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A person's text as it can stand in a line of ours: what cannot be seen is written by its code, what is longer than so many characters is cut,
 * and what runs from right to left keeps to itself (Unicode Standard Annex 9, first strong isolate).
 */
export function shownText(text: string, most = mostInName): string {
  // A character is at most two UTF-16 units.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const cut = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
  const seen = cut.replace(unseen, codeOf);
  return rightToLeft.test(seen) ? `\u2068${seen}\u2069` : seen;
}

function codeOf(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
}
