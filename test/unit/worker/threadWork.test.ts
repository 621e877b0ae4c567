import assert from 'node:assert/strict';
import { learnKernel } from '../../../src/engine/network/learning/learnKernel';
import { pictureOf } from '../../../src/engine/picture/pictureOf';
import { layerReports } from '../../../src/layers/flow/layerReports';
import { allLiterals } from '../../../src/literals/literalAt';
import { readMatrices } from '../../../src/literals/readMatrices';
import { type ThreadRequest, type ThreadResult, threadWork } from '../../../src/worker/threadWork';
import { manualExample, planned } from '../engine/support';
import { fakeThread } from '../engine/worker/support';

async function answer(request: ThreadRequest) {
  const thread = fakeThread<ThreadRequest, ThreadResult>(() => threadWork(() => undefined));
  thread.send({ type: 'job', id: 1, owner: 1, request });
  await thread.rest();
  const last = thread.posted.at(-1);
  assert.ok(last?.type === 'done');
  return { result: last.result, moved: thread.moved.at(-1) ?? [] };
}

const text = 'image = [[1, 2], [3, 4]]\nkernel = [[1, 0, -1]]\nshow(image)\n';

describe('threadWork(startHelper)', () => {
  it('reads a text as readMatrices does, and hands over its numbers', async () => {
    const { result, moved } = await answer({ kind: 'matrices', text, languageId: 'python' });
    assert.deepEqual(result, readMatrices(text, 'python'));
    assert.equal(moved.length, 6);
    assert.doesNotThrow(() => structuredClone(result, { transfer: [...moved] }));
  });

  it('reads a file, and hands over its numbers', async () => {
    const bytes = new TextEncoder().encode('1,2\n3,4\n');
    const { result, moved } = await answer({ kind: 'file', format: 'csv', bytes, mostWholeCells: 16, pictureSide: 9 });
    const data = Float64Array.of(1, 2, 3, 4);
    const reading = { matrices: [{ name: undefined, shape: [2, 2], data }], rounded: 0 };
    assert.deepEqual(result, { reading, pictures: [undefined] });
    assert.equal(moved.length, 1);
    const refused = await answer({ kind: 'file', format: 'npy', bytes, mostWholeCells: 16, pictureSide: 9 });
    assert.deepEqual(refused, { result: { reading: { problem: 'not-npy', details: {} }, pictures: [] }, moved: [] });
  });

  it('makes the picture of a large matrix along with its file', async () => {
    const bytes = new TextEncoder().encode(`${Array.from({ length: 200 }, (_, i) => i % 7).join()}\n`.repeat(100));
    const { result } = await answer({ kind: 'file', format: 'csv', bytes, mostWholeCells: 16, pictureSide: 50 });
    assert.ok('reading' in result && 'matrices' in result.reading);
    const [{ data } = assert.fail()] = result.reading.matrices;
    assert.deepEqual(result.pictures, [pictureOf({ shape: [100, 200], data }, 50)]);
  });

  it('finds the literals of a file as allLiterals does', async () => {
    const { result } = await answer({ kind: 'literals', text, languageId: 'python' });
    assert.deepEqual(result, allLiterals(text, 'python'));
  });

  it('tells what the layers of a text make of their inputs', async () => {
    const code = 'import torch.nn as nn\nnet = nn.Sequential(nn.Conv2d(3, 8, 3))\n';
    const remembered = { net: [3, 9, 9] };
    const asked = { kind: 'layers', document: 'net.py', text: code, languageId: 'python', remembered } as const;
    const range = { start: 0, end: code.length };
    const { result } = await answer({ ...asked, range, wantsFaults: true, wantsModels: false });
    assert.deepEqual(result, { reports: layerReports(code, 'python', remembered), faults: [], models: [] });
    assert.doesNotThrow(() => structuredClone(result));
  });

  it('finds the name at an offset and what it stands for', async () => {
    const cells = [{ text, languageId: 'python' }];
    const { result } = await answer({ kind: 'name', cells, index: 0, offset: text.lastIndexOf('image') + 2 });
    assert.ok('found' in result && 'literal' in result.found);
    assert.equal(result.name, 'image');
    assert.deepEqual([...result.found.literal.data], [1, 2, 3, 4]);
    const nothing = await answer({ kind: 'name', cells, index: 0, offset: text.indexOf('[[') });
    assert.ok('name' in nothing.result && nothing.result.name === undefined);
  });

  it('learns a kernel, and hands over the steps', async () => {
    const task = { plan: planned([5, 5], [3, 3]), input: manualExample.image, target: manualExample.map };
    const descent = { start: new Float64Array(9), rate: 0.05, steps: 3 };
    const { result, moved } = await answer({ kind: 'learn-kernel', task, descent });
    assert.ok('largestStableRate' in result);
    assert.deepEqual(result.run, learnKernel(task, descent));
    assert.equal(moved.length, 3);
  });
});
