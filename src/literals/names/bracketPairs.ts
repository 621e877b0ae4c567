import { type Tokens, tokenKinds } from '../text/tokens';

/** For each bracket token the token of its partner, for every other token -1; an open bracket without its end has the text's. */
export function bracketPairs({ kinds, count }: Tokens): Int32Array {
  const pairs = new Int32Array(count + 1).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < count; i++) {
    if (kinds[i] === tokenKinds.open) open.push(i);
    else if (kinds[i] === tokenKinds.close) {
      const opener = open.pop();
      if (opener === undefined) continue;
      pairs[opener] = i;
      pairs[i] = opener;
    }
  }
  for (const opener of open) pairs[opener] = count;
  return pairs;
}
