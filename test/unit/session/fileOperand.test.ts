import assert from 'node:assert/strict';
import { restoreOperand, saveOperand } from '../../../src/session/saved';
import { fileOperand } from '../../../src/session/start';

describe('a matrix of a file', () => {
  const origin = { kind: 'file', uri: 'file:///folder/image.npy', place: 'image.npy' } as const;
  const operand = (side: number) =>
    fileOperand({ shape: [side, side], data: new Float64Array(side * side).fill(0.5) }, 'image', origin);

  it('comes back with its numbers after a reload', () => {
    const restored = restoreOperand(JSON.parse(JSON.stringify(saveOperand(operand(3)))));
    assert.deepEqual([restored?.name, restored?.origin, restored?.tensor], ['image', origin, operand(3).tensor]);
  });

  it('does not come back as zeros where its numbers were too many to be saved', () => {
    assert.equal(restoreOperand(JSON.parse(JSON.stringify(saveOperand(operand(600))))), undefined);
  });
});
