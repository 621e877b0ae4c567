import { corpus } from './corpus';

/** Languages whose texts are read in ways of their own. */
export const languages =
  'python javascript c rust go matlab julia r latex csv tsv plaintext markdown html json yaml wolfram'.split(' ');
/** What matrices are written with, and what breaks them. */
export const pieces = [
  ...(
    '[ ] ( ) { } [[ ]] , ; : = := <- . .. ... - + * / ** // .* \' " ` \\ & | # % 1 2.5 -3 1e5 0x 1j nan np.array( .T for x in ' +
    'k reshape( \\begin{bmatrix} \\end{bmatrix} \\\\ >>> matrix(c( \n \n \n \t \u2212 \u2013 \u200b \u{1f600} \u00bd \uff11 ! => :: < > ' +
    '<table> <tr> <td> </table> &minus; \u001b[1m \\n", \u2502 \u253c---\u253c +---+ [1,] [,1] [1] dtype: Columns 1 to 2 1.0e+03 ' +
    'as if return |---| $ \\frac 19 tensor( Tensor of size 2x2]'
  ).split(' '),
  ' ',
  '\n',
  'Columns 1 through 2\n',
  '\n[torch.FloatTensor of size 2x2]',
];
const texts = corpus.filter(({ text }) => text.length < 2000);

/** Numbers below `limit`, always the same from one seed: a linear congruence with the multiplier of Numerical Recipes. */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A few pieces in any order. */
export function somePieces(random: (limit: number) => number, most: number): string {
  return Array.from({ length: random(most) }, () => pieces[random(pieces.length)]!).join('');
}

/** A text of the corpus in which a few characters have become others, and the language that it is read in. */
export function mutatedText(random: (limit: number) => number): { readonly text: string; readonly languageId: string } {
  const { text, languageId } = texts[random(texts.length)]!;
  const from = random(text.length + 1);
  const mutated = text.slice(0, from) + somePieces(random, 4) + text.slice(from + random(8));
  return { text: mutated, languageId: random(3) > 0 ? languageId : languages[random(languages.length)]! };
}
