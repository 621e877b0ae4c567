import { tokenCode } from '../text/tokens';
import type { Machine } from './machine';
import { besideValue, operand } from './operands';

/** Reads a block token: a list of numbers that the scanner has read whole. */
export function readBlock(machine: Machine): void {
  const { tokens, pool, at } = machine;
  const frame = machine.frames.at(-1)!;
  besideValue(machine, frame);
  const { shape, numbers, whole, end } = tokens.blocks[tokens.values[at]!]!;
  machine.at++;
  const from = pool.size;
  pool.append(numbers);
  operand(frame, {
    kind: 'numbers',
    shape,
    from,
    start: tokens.starts[at]!,
    end,
    whole,
    holder: 'list',
    precision: 'double',
    computed: false,
    form: tokenCode(tokens, at) === 123 ? 'braces' : 'brackets',
  });
}
