import { conv2d } from '../../../src/engine/convolution/conv2d';
import { type Conv2dParams, defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { unaskedWork } from '../../../src/engine/convolution/planWithinCeiling';
import { presetById, presetOf } from '../../../src/engine/kernels/presets';
import { pictureOf } from '../../../src/engine/picture/pictureOf';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { type Matrix, matrixOf } from '../../../src/engine/tensor';
import { regionOf } from '../../../src/host/regionOf';
import { readMatrices } from '../../../src/literals/readMatrices';
import { mostWholeCells, type Snapshot, type ToView } from '../../../src/protocol/lens';
import type { ViewSettings } from '../../../src/protocol/viewSettings';
import type { Act, Side } from '../../../src/session/act';
import { readingReport } from '../../../src/session/readingReport';
import { saveSession } from '../../../src/session/saved';
import { draftSession, literalOperand } from '../../../src/session/start';
import type { HostApi } from '../../../src/view/channel/hostApi';
import { kernelTold } from '../../../src/words/kernelTold';
import { type ReadingTold, readingTold } from '../../../src/words/readingWords';
import { translator } from '../../../src/words/translate';

/** What a scene of the fixture page begins with. */
export interface Scene {
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly names: { readonly input: string | undefined; readonly kernel: string | undefined };
  readonly params: Conv2dParams;
  readonly step: number;
  readonly showWhole: boolean;
  readonly showUses: boolean;
  readonly settings?: Partial<ViewSettings>;
  readonly presenting?: boolean;
  readonly snapshot: Partial<Snapshot>;
  /** Texts that the panel is to tell as read, with their languages; the matrices stand in the scene itself. */
  readonly texts?: Readonly<Partial<Record<Side, readonly [text: string, languageId: string]>>>;
}

type State = Pick<Scene, 'input' | 'kernel' | 'names' | 'params'> & {
  readonly edited: Readonly<Record<Side, boolean>>;
};

/** A host without VS Code: answers ready and acts with the real engine. */
export function fakeHost(scene: Scene): HostApi & { readonly posted: unknown[] } {
  let state: State = { ...scene, edited: { input: false, kernel: false } };
  const past: State[] = [];
  let handler: (message: ToView) => void = () => undefined;
  let revision = 0;
  const posted: unknown[] = [];
  const answer = () => {
    for (const message of answerOf(state, scene, ++revision, past.length > 0)) handler(message);
  };
  return {
    posted,
    getState: () => ({
      version: 1,
      session: {},
      step: scene.step,
      speed: 1,
      showWhole: scene.showWhole,
      showUses: scene.showUses,
      settings: scene.settings,
      presenting: scene.presenting,
    }),
    setState: () => undefined,
    listen: (to) => {
      handler = to;
    },
    post: (message) => {
      posted.push(message);
      if (message.type === 'act') {
        if (message.act.kind === 'undo') state = past.pop() ?? state;
        else {
          past.push(state);
          state = after(state, message.act);
        }
      }
      if (message.type === 'region') {
        const held = message.id.startsWith('input') ? state.input : mapOf(state);
        const region = held && regionOf(held, message.window);
        if (region) queueMicrotask(() => handler({ type: 'region', id: message.id, ...region }));
      }
      if (message.type === 'ready' || message.type === 'act') queueMicrotask(answer);
    },
  };
}

function mapOf({ input, kernel, params }: State): Matrix | undefined {
  const plan = planConv2d(input.shape, kernel.shape, params);
  if (isPlanProblem(plan)) return undefined;
  const { shape, data } = conv2d(plan, input, kernel);
  return { shape: [shape[2] ?? 0, shape[3] ?? 0], data };
}

function answerOf(state: State, scene: Scene, revision: number, canUndo: boolean): readonly ToView[] {
  const { input, kernel, params, names } = state;
  const matrix = (id: string, one: Matrix): ToView => {
    const { shape, data } = one;
    return data.length > mostWholeCells
      ? { type: 'picture', id, picture: pictureOf(one, 640) }
      : { type: 'matrix', id, rows: shape[0], cols: shape[1], data };
  };
  const operand = (side: Side) => ({
    id: `${side}${revision}`,
    rows: state[side].shape[0],
    cols: state[side].shape[1],
    name: names[side],
    plane: 0,
    planes: 1,
    edited: state.edited[side],
    hasSource: true,
    computed: false,
    preset: side === 'kernel' ? presetOf(kernel)?.id : undefined,
    told: side === 'kernel' ? kernelTold(translator({}), kernel) : undefined,
    reading: scene.texts?.[side] && toldReading(...scene.texts[side]),
  });
  const map = mapOf(state);
  const snapshot: Snapshot = {
    revision,
    subject: 1,
    input: operand('input'),
    kernel: operand('kernel'),
    output: map && {
      id: `output${revision}`,
      rows: map.shape[0],
      cols: map.shape[1],
      path: 'loops',
      error: { kind: 'exact' },
    },
    progress: undefined,
    cancelled: false,
    ceiling: unaskedWork,
    seconds: 7,
    params,
    candidates: [],
    notice: undefined,
    canUndo,
    canRedo: false,
    ...scene.snapshot,
  };
  const matrices = [
    matrix(`input${revision}`, input),
    matrix(`kernel${revision}`, kernel),
    ...(map ? [matrix(`output${revision}`, map)] : []),
  ];
  const saved: ToView = { type: 'saved', session: saveSession(draftSession()) };
  return [{ type: 'hello', words: {} }, ...matrices, { type: 'snapshot', snapshot }, saved];
}

/** What the panel tells of a text that holds one matrix. */
function toldReading(text: string, languageId: string): ReadingTold | undefined {
  const [literal] = readMatrices(text, languageId).literals;
  const origin = { kind: 'text', uri: 'file:///lesson', place: 'lesson', start: 0, end: 1, languageId } as const;
  const report = literal && readingReport(literalOperand(literal, origin));
  return report && readingTold(translator({}), report);
}

function after(state: State, act: Act): State {
  switch (act.kind) {
    case 'set-params':
      return { ...state, params: { ...state.params, ...act.params } };
    case 'use-preset':
      return {
        ...state,
        kernel: presetById(act.id)?.matrix ?? state.kernel,
        names: { ...state.names, kernel: undefined },
      };
    case 'edit-cell':
      return {
        ...state,
        [act.side]: withCell(state[act.side], act.row, act.col, act.value),
        edited: { ...state.edited, [act.side]: true },
      };
    case 'resize':
      return { ...state, [act.side]: matrixOf(rowsOf(state[act.side], act.rows, act.cols)) };
    case 'swap':
      return { ...state, input: state.kernel, kernel: state.input };
    case 'start-over':
      return { ...state, params: defaultConv2dParams };
    default:
      return state;
  }
}

function withCell({ shape, data }: Matrix, row: number, col: number, value: number): Matrix {
  const changed = data.slice();
  changed[row * shape[1] + col] = value;
  return { shape, data: changed };
}

function rowsOf({ shape, data }: Matrix, rows: number, cols: number): number[][] {
  const at = (row: number, col: number) => (row < shape[0] && col < shape[1] ? (data[row * shape[1] + col] ?? 0) : 0);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: cols }, (_, col) => at(row, col)));
}
