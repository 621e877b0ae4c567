import assert from 'node:assert/strict';
import { matrixOf } from '../../../src/engine/tensor';
import { KernelMemory } from '../../../src/host/kernelMemory';
import type { Operand } from '../../../src/session/operand';

/** A store that keeps JSON, as VS Code's does. */
function store() {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, fallback?: T) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : fallback),
    update: async (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  };
}

const kernel: Operand = {
  name: 'k',
  tensor: matrixOf([[1, -0, 0.1]]),
  plane: 0,
  origin: { kind: 'text', uri: 'file:///a.py', place: 'a.py', start: 4, end: 20 },
  written: undefined,
};

describe('KernelMemory', () => {
  it('begins with a preset', () => {
    assert.deepEqual([...new KernelMemory(store()).recall().tensor.data], [1, 0, -1, 1, 0, -1, 1, 0, -1]);
  });

  it('recalls the last kernel after a restart, bit for bit, without its place in a text that may have changed', () => {
    const kept = store();
    new KernelMemory(kept).remember(kernel);
    const recalled = new KernelMemory(kept).recall();
    assert.equal(recalled.name, 'k');
    assert.deepEqual(recalled.origin, { kind: 'draft' });
    assert.ok([1, -0, 0.1].every((value, i) => Object.is(value, recalled.tensor.data[i])));
  });

  it('does not take a picture for a kernel', () => {
    const memory = new KernelMemory(store());
    memory.remember({ ...kernel, tensor: { shape: [100, 100], data: new Float64Array(10_000) } });
    assert.equal(memory.recall().tensor.data.length, 9);
  });
});
