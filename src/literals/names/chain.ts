import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import { isSign, type Program } from './program';
import { drawingMethods, pureMethods, shallowMethods, viewMethods } from './pureCalls';

/** What stands behind a name: `[0].T.sort()`. */
export interface Chain {
  /** The first token behind it. */
  readonly end: number;
  /** How many indices it has. */
  readonly indices: number;
  /** A method in it may change what the name holds. */
  readonly isChanging: boolean;
  /** What it gives is the object or a part of it; with `shallow` a new one that holds the same rows; else something new. */
  readonly gives: 'part' | 'shallow' | 'new';
  /** A method that is handed a function. */
  readonly firstMember: string | undefined;
}

const longestChain = 24;
/** Members that stand for places in what they are asked of. */
const placeMembers = new Set(['at', 'iat', 'loc', 'iloc', 'flat']);

/** Follows the indices, members and calls behind the name at a token. */
export function chainBehind(program: Program, name: number): Chain {
  const { tokens } = program;
  let at = name + 1;
  let indices = 0;
  let isChanging = false;
  let gives: Chain['gives'] = 'part';
  let firstMember: string | undefined;
  for (let parts = 0; parts < longestChain; parts++) {
    if (isIndex(program, at, at === name + 1)) {
      indices++;
      at = program.pairs[at]! + 1;
    } else if (isMemberMark(program, at)) {
      const member = tokenText(tokens, at + 1);
      firstMember ??= member;
      const isCall = tokens.kinds[at + 2] === tokenKinds.open && tokenCode(tokens, at + 2) === 40;
      if (gives !== 'new') {
        // A method without its call may be called later.
        isChanging ||= placeMembers.has(member) || !(pureMethods.has(member) || viewMethods.has(member));
        gives = afterMember(gives, member);
      }
      at = isCall ? program.pairs[at + 2]! + 1 : at + 2;
    } else break;
  }
  return { end: Math.min(at, tokens.count), indices, isChanging, gives, firstMember };
}

function isIndex({ tokens, scopes }: Program, at: number, isFirst: boolean): boolean {
  if (tokens.kinds[at] !== tokenKinds.open) return false;
  const code = tokenCode(tokens, at);
  if (code === 91) return true;
  // MATLAB's indices stand in the brackets of calls, those of cell arrays in braces.
  return isFirst && scopes.blocks === 'ends' && (code === 40 || (code === 123 && scopes.copies));
}

function isMemberMark({ tokens }: Program, at: number): boolean {
  if (tokens.kinds[at + 1] !== tokenKinds.name) return false;
  return tokens.kinds[at] === tokenKinds.dot || isSign(tokens, at, '?.', '->');
}

function afterMember(gives: Chain['gives'], member: string): Chain['gives'] {
  if (viewMethods.has(member)) return gives;
  if (member === 'tolist' || drawingMethods.has(member)) return 'new';
  return shallowMethods.has(member) ? 'shallow' : pureMethods.has(member) ? 'new' : gives;
}
