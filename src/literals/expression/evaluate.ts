import type { Language } from '../languages';
import { type Tokens, tokenKinds } from '../text/tokens';
import { closeBracket, closeCommaList, closeUnfinished, openBracket } from './closing';
import { openFrame } from './frame';
import { type Machine, newMachine } from './machine';
import { readBlock } from './numberBlocks';
import { readDot, readName, readNumberToken, readOperand } from './operands';
import { readAssign, readColon, readComma, readNewline, readSemicolon } from './separators';
import { readSign } from './signs';
import { endStatement } from './statements';
import type { Surroundings } from './surroundings';

/** Reads a text's tokens as expressions of its language, and finds the matrices that they make; one pass, no recursion. */
export function evaluate(tokens: Tokens, language: Language, surroundings?: Surroundings): Machine {
  const machine = newMachine(tokens, language, commasInside(tokens), surroundings);
  machine.frames.push(openFrame('root', { start: 0, base: 0, findings: 0 }, undefined, false));
  while (machine.at < tokens.count) handlers[tokens.kinds[machine.at]!]!(machine);
  closeUnfinished(machine);
  endStatement(machine, machine.frames[0]!);
  return machine;
}

/** What is done with a token, by its kind. */
const handlers: readonly ((machine: Machine) => void)[] = handlersByKind();

function handlersByKind(): readonly ((machine: Machine) => void)[] {
  const table = new Array<(machine: Machine) => void>(tokenKinds.end).fill(readOperand);
  table[tokenKinds.integer] = readNumberToken;
  table[tokenKinds.decimal] = readNumberToken;
  table[tokenKinds.name] = readName;
  table[tokenKinds.open] = openBracket;
  table[tokenKinds.close] = closeBracket;
  table[tokenKinds.comma] = readComma;
  table[tokenKinds.semicolon] = (machine) => {
    closeCommaList(machine);
    readSemicolon(machine);
  };
  table[tokenKinds.newline] = readNewline;
  table[tokenKinds.colon] = readColon;
  table[tokenKinds.assign] = readAssign;
  table[tokenKinds.dot] = readDot;
  table[tokenKinds.operator] = readSign;
  table[tokenKinds.block] = readBlock;
  return table;
}

/** For each opening bracket, 1 where a comma stands between it and its end. */
function commasInside({ kinds, count }: Tokens): Uint8Array {
  const inside = new Uint8Array(count + 1);
  const open: number[] = [];
  const before: number[] = [];
  let commas = 0;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i];
    if (kind === tokenKinds.comma || kind === tokenKinds.block) commas++;
    else if (kind === tokenKinds.open) {
      open.push(i);
      before.push(commas);
    } else if (kind === tokenKinds.close) {
      const opener = open.pop();
      if (opener !== undefined && commas > before.pop()!) inside[opener] = 1;
    }
  }
  for (const [depth, opener] of open.entries()) if (commas > before[depth]!) inside[opener] = 1;
  return inside;
}
