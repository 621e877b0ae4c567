import assert from 'node:assert/strict';
import { ReadingMemory } from '../../../src/host/readingMemory';
import { arranged, type Operand } from '../../../src/session/operand';

/** A workspace's store. */
function store(first?: unknown) {
  const kept = new Map<string, unknown>(first === undefined ? [] : [['convolutionLens.arrangements', first]]);
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string) => kept.get(key) as T | undefined,
    update: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
  };
}

function line(values: readonly number[], name?: string, uri = 'file:///a.py'): Operand {
  const origin = { kind: 'text', uri, place: 'a.py', start: 0, end: 9 } as const;
  const tensor = { shape: [values.length], data: Float64Array.from(values) };
  return { name, tensor, plane: 0, origin, written: undefined };
}

describe('ReadingMemory', () => {
  it('recalls what was said of a name, whatever it holds by now', () => {
    const memory = new ReadingMemory(store());
    memory.remember(arranged(line([1, 2, 3, 4], 'k'), 'square'));
    assert.equal(memory.recall(line([9, 8, 7, 6], 'k')), 'square');
    assert.equal(memory.recall(line([1, 2, 3, 4], 'k', 'file:///b.py')), undefined);
    assert.equal(memory.recall(line([1, 2, 3, 4], 'other')), undefined);
  });

  it('recalls what was said of numbers without a name', () => {
    const memory = new ReadingMemory(store());
    memory.remember(arranged(line([1, 2, 3, 4]), 'column'));
    assert.equal(memory.recall(line([1, 2, 3, 4])), 'column');
    assert.equal(memory.recall(line([1, 2, 3, 5])), undefined);
  });

  it('recalls nothing that no longer fits, and the last word', () => {
    const memory = new ReadingMemory(store());
    memory.remember(arranged(line([1, 2, 3, 4], 'k'), 'square'));
    assert.equal(memory.recall(line([1, 2, 3], 'k')), undefined);
    memory.remember(arranged(line([1, 2, 3], 'k'), 'row'));
    assert.equal(memory.recall(line([1, 2, 3, 4], 'k')), 'row');
  });

  it('reads nothing out of a store that another version or nobody has written', () => {
    for (const bad of [7, 'x', null, { a: 1 }, [1, [2, 3], ['file:///a.py k', 'heap']]])
      assert.equal(new ReadingMemory(store(bad)).recall(line([1, 2], 'k')), undefined);
  });
});
