import * as vscode from 'vscode';
import { conv2d } from '../../src/engine/convolution/conv2d';
import { defaultConv2dParams } from '../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../src/engine/planProblem';
import type { Matrix } from '../../src/engine/tensor';
import { Computation, type ConvolveThread } from '../../src/host/computation';
import { JobThread } from '../../src/host/jobThread';
import type { ReadThread } from '../../src/host/textReader';
import type { ThreadEvents } from '../../src/host/thread';
import { readMatrices } from '../../src/literals/readMatrices';
import { assert } from './assert';
import { closeEditors, eventually, openText } from './documents';

const extension = vscode.extensions.getExtension('convolution-lens.convolution-lens');
const isWeb = 'importScripts' in globalThis;

/** A thread of the extension under test, started as its host starts it. */
async function start(events: ThreadEvents) {
  assert.ok(extension, 'it is not there');
  const { startThread } = isWeb
    ? await import('../../src/host/startThread.web')
    : await import('../../src/host/startThread');
  return startThread(extension.extensionUri, events);
}

/** A matrix of whole numbers as Python writes it. */
function literalText(rows: number, cols: number): string {
  const row = (r: number) => `[${Array.from({ length: cols }, (_, c) => (r * 7 + c * 13) % 256).join(', ')}]`;
  return `image = [\n${Array.from({ length: rows }, (_, r) => row(r)).join(',\n')}]\nkernel = [[1, 2], [3, 4]]\n`;
}

function matrix(rows: number, cols: number, scale: number): Matrix {
  return { shape: [rows, cols], data: Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * scale)) };
}

function planOf(input: Matrix, kernel: Matrix, stride = 1) {
  const plan = planConv2d(input.shape, kernel.shape, { ...defaultConv2dParams, strides: [stride, stride] });
  assert.ok(!isPlanProblem(plan));
  return plan;
}

function assertSame(one: ArrayLike<number>, other: ArrayLike<number>): void {
  assert.equal(one.length, other.length);
  for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) assert.equal(one[i], other[i], `number ${i}`);
}

/** Five thousand million multiply-adds: a second or more. */
function longJob() {
  const plan = planConv2d([1, 64, 512, 256], [64, 64, 3, 3], {
    ...defaultConv2dParams,
    padding: { kind: 'same_upper' },
  });
  assert.ok(!isPlanProblem(plan));
  const input = matrix(64 * 512, 256, 1).data;
  return { owner: 0, request: () => ({ kind: 'convolve', plan, input, kernel: matrix(64 * 64, 9, 2).data }) as const };
}

const quiet = () => undefined;
const kernel = matrix(3, 3, 2);

describe('threads', () => {
  let convolving: ConvolveThread;
  beforeEach(() => {
    convolving = new JobThread(start);
  });
  afterEach(async () => {
    convolving.dispose();
    await closeEditors();
  });

  for (const [rows, cols] of [
    [512, 512],
    [1080, 1920],
  ] as const) {
    it(`convolve ${rows} × ${cols} numbers as the loops do, bit for bit`, async () => {
      const computation = new Computation(convolving);
      const input = matrix(rows, cols, 1);
      for (const [one, stride] of [
        [kernel, 1],
        [matrix(5, 5, 3), 1],
        [kernel, 2],
      ] as const) {
        const plan = planOf(input, one, stride);
        const map = await computation.run({ plan, input, kernel: one, side: 640, tell: quiet });
        assert.ok(map, 'no map');
        assertSame(map.matrix.data, conv2d(plan, input, one).data);
      }
    });
  }

  it('leave the thread of the extension host free, and tell how far they are', async () => {
    const shares: number[] = [];
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const result = await convolving.run({ ...longJob(), tell: (share) => shares.push(share) }).result;
    clearInterval(timer);
    assert.equal(result?.data.length, 64 * 512 * 256);
    assert.ok(ticks > 5, `${ticks} ticks`);
    assert.ok(shares.length > 0, 'not told');
    assert.ok(shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1));
  });

  it('stop when they are cancelled, and take the next job', async () => {
    let isTold: () => void = quiet;
    const told = new Promise<void>((resolve) => {
      isTold = resolve;
    });
    const { result, cancel } = convolving.run({ ...longJob(), tell: () => isTold() });
    await told;
    cancel();
    assert.equal(await result, undefined);
    const input = matrix(512, 512, 1);
    const plan = planOf(input, kernel);
    const next = await new Computation(convolving).run({ plan, input, kernel, side: 640, tell: quiet });
    assertSame(next?.matrix.data ?? [], conv2d(plan, input, kernel).data);
  });

  it('read a long literal as the reader does', async () => {
    const text = literalText(500, 600);
    const reading: ReadThread = new JobThread(start);
    const answer = await reading.run({ owner: 1, request: () => ({ kind: 'matrices', text, languageId: 'python' }) })
      .result;
    reading.dispose();
    const wanted = readMatrices(text, 'python').literals;
    assert.ok(answer && 'literals' in answer);
    assert.equal(answer.literals.length, 2);
    for (const [i, { data, starts, ends, ...rest }] of answer.literals.entries()) {
      const { data: numbers, starts: from, ends: to, ...others } = wanted[i]!;
      assert.deepEqual(rest, others);
      assertSame(data, numbers);
      assertSame(starts, from);
      assertSame(ends, to);
    }
  });

  it('bring the panel to a literal of 1080 × 1920 numbers', async () => {
    const editor = await openText('python', literalText(1080, 1920));
    const uri = editor.document.uri.toString();
    await vscode.commands.executeCommand('convolutionLens.convolveAtCursor', { uri, offset: 20 });
    await eventually('a panel for image', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof vscode.TabInputWebview && label.startsWith('image ⊛')),
    );
  });
});
