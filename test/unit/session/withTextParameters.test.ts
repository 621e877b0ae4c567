import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { conv2d } from '../../../src/engine/convolution/conv2d';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { matrixOf } from '../../../src/engine/tensor';
import type { TextParameters } from '../../../src/literals/parameters/convolutionCall';
import { readParameters } from '../../../src/literals/parameters/readParameters';
import { answerTextParams } from '../../../src/session/answerTextParams';
import type { Operand } from '../../../src/session/operand';
import { planeShape, shownMatrix } from '../../../src/session/operand';
import { startSession } from '../../../src/session/start';
import type { SessionState } from '../../../src/session/state';
import { callSizes, withTextParameters } from '../../../src/session/withTextParameters';
import { projectRoot } from '../../tools/projectRoot.mjs';

interface Case {
  readonly text: string;
  readonly input: readonly (readonly number[])[];
  readonly kernel: readonly (readonly number[])[];
  readonly map: readonly (readonly number[])[];
}

/** NumPy 1.24.2, SciPy 1.10.1, OpenCV 4.6.0, PyTorch 1.13.0; see makeCalls.py. */
const cases: readonly Case[] = JSON.parse(
  fs.readFileSync(path.join(projectRoot, 'test', 'fixtures', 'calls.json'), 'utf8'),
);

function operand(rows: Case['input']): Operand {
  const tensor = matrixOf(rows.map((row) => [...row]));
  return { name: undefined, tensor, plane: 0, origin: { kind: 'draft' }, written: undefined };
}

const withSaid = (state: SessionState, text: TextParameters) =>
  withTextParameters(state, text, answerTextParams({ kind: 'text-params', text, sizes: callSizes(state) }));

/** The session of a text whose call is handed `image` and `kernel`. */
function session(text: string, languageId: string, { input, kernel }: Pick<Case, 'input' | 'kernel'>): SessionState {
  const parameters = readParameters(text, languageId);
  const names = [parameters.calls[0]?.arguments.input, parameters.calls[0]?.arguments.kernel].map(
    (argument) => argument && text.slice(argument.range.start, argument.range.end),
  );
  const byName = (name: string | undefined) => operand(name === 'kernel' ? kernel : input);
  const state = names[0]
    ? startSession(byName(names[0]), byName(names[1]))
    : startSession(operand(input), operand(kernel));
  return withSaid(state, parameters);
}

function mapOf({ input, kernel, params }: SessionState): number[][] {
  const plan = planConv2d(planeShape(input), planeShape(kernel), params);
  if (isPlanProblem(plan)) assert.fail(JSON.stringify(plan));
  const { data } = conv2d(plan, shownMatrix(input), shownMatrix(kernel));
  const width = plan.width.outputSize;
  return Array.from({ length: plan.height.outputSize }, (_, row) => [...data.subarray(row * width, (row + 1) * width)]);
}

describe('withTextParameters(state, readParameters(text))', () => {
  for (const one of cases)
    it(`gives the map of ${one.text} with a kernel of ${one.kernel.length}×${one.kernel[0]?.length}`, () => {
      const state = session(one.text, 'python', one);
      assert.deepEqual(state.notice?.code === 'parameters' && state.notice.left, []);
      assert.deepEqual(mapOf(state), one.map);
    });

  // reference/definitions.md 4.3: computed from MATLAB's documented rule.
  const line = { input: [[1, 2, 3, 4, 5]], kernel: [[1, 10]] };
  it('gives MATLAB’s maps', () => {
    assert.deepEqual(mapOf(session("conv2(image, kernel, 'same')", 'matlab', line)), [[12, 23, 34, 45, 50]]);
    assert.deepEqual(mapOf(session("filter2(kernel, image, 'valid')", 'matlab', line)), [[21, 32, 43, 54]]);
    // imfilter(magic(5), [-1 0 1]), first row, from MathWorks' page.
    const magic = { input: [[17, 24, 1, 8, 15]], kernel: [[-1, 0, 1]] };
    assert.deepEqual(mapOf(session('imfilter(image, kernel)', 'matlab', magic)), [[24, -16, -16, 14, -8]]);
  });

  // reference/definitions.md 4.3: keras same, strides 2 and 3.
  it('gives TensorFlow’s maps, strides and all', () => {
    const wide = { input: [[1, 2, 3, 4, 5]], kernel: [[1, 10, 100]] };
    const call = (strides: string) => `tf.nn.conv2d(image, kernel, strides=${strides}, padding='SAME')`;
    assert.deepEqual(mapOf(session(call('[1, 1, 2, 1]'), 'python', wide)), [[210, 432, 54]]);
    assert.deepEqual(mapOf(session(call('3'), 'python', wide)), [[321, 54]]);
    assert.deepEqual(mapOf(session(call('3'), 'python', line)), [[21, 54]]);
  });

  it('takes labels where nothing is called', () => {
    const { params, notice } = session('Stride: 2x1\nZero Padding: 1\n', 'plaintext', line);
    assert.deepEqual([params.strides, params.padding], [[2, 1], { kind: 'all', amount: 1 }]);
    assert.deepEqual(notice, { code: 'parameters', callee: undefined, isSet: true, left: [], isCut: false });
  });

  for (const [text, left] of [
    ['F.conv2d(image, kernel, bias, groups=2)', ['bias', 'groups=2']],
    ["F.conv2d(image, kernel, stride=2, padding='same')", ["padding='same'"]],
    ['signal.convolve2d(image, kernel, mode=mode)', ['mode=mode']],
    ['cv2.filter2D(image, -1, kernel, delta=3)', ['delta=3']],
    ['cv2.filter2D(image, -1, kernel, borderType=cv2.BORDER_WRAP)', ['borderType=cv2.BORDER_WRAP']],
    ['F.conv2d(image, kernel)[::2, ::2]', ['[::2, ::2]']],
    ['F.conv_transpose2d(image, kernel, stride=2)', ['F.conv_transpose2d']],
    ['convolve(image, kernel)', ['convolve']],
    ['padding: 1\npadding: 2', ['padding: 1', 'padding: 2']],
  ] as const)
    it(`says what it leaves of ${text}`, () => {
      const { notice } = session(text, text.includes(':') && !text.includes('(') ? 'plaintext' : 'python', line);
      assert.deepEqual(notice?.code === 'parameters' && notice.left, left);
    });

  it('leaves a session alone of which a text says nothing', () => {
    const before = startSession(operand(line.input), operand(line.kernel));
    assert.equal(withSaid(before, readParameters('x = [[1, 2], [3, 4]]', 'python')), before);
  });
});
