import { conv2d } from '../../../src/engine/conv2d';
import { type Conv2dParams, defaultConv2dParams } from '../../../src/engine/conv2dParams';
import { presetById, presetOf } from '../../../src/engine/kernels/presets';
import { planConv2d } from '../../../src/engine/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { type Matrix, matrixOf } from '../../../src/engine/tensor';
import type { Snapshot, ToView } from '../../../src/protocol/lens';
import type { Act, Side } from '../../../src/session/act';
import { saveSession } from '../../../src/session/saved';
import { draftSession } from '../../../src/session/start';
import type { HostApi } from '../../../src/view/channel/hostApi';

/** What a scene of the fixture page begins with. */
export interface Scene {
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly names: { readonly input: string | undefined; readonly kernel: string | undefined };
  readonly params: Conv2dParams;
  readonly step: number;
  readonly showWhole: boolean;
  readonly showUses: boolean;
  readonly snapshot: Partial<Snapshot>;
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
      queueMicrotask(answer);
    },
  };
}

function answerOf(state: State, scene: Scene, revision: number, canUndo: boolean): readonly ToView[] {
  const { input, kernel, params, names } = state;
  const plan = planConv2d(input.shape, kernel.shape, params);
  const output = isPlanProblem(plan) ? undefined : conv2d(plan, input, kernel);
  const matrix = (id: string, { shape, data }: Matrix): ToView => ({
    type: 'matrix',
    id,
    rows: shape[0],
    cols: shape[1],
    data,
  });
  const operand = (side: Side) => ({
    id: `${side}${revision}`,
    rows: state[side].shape[0],
    cols: state[side].shape[1],
    name: names[side],
    plane: 0,
    planes: 1,
    edited: state.edited[side],
    hasSource: true,
    preset: side === 'kernel' ? presetOf(kernel)?.id : undefined,
  });
  const map = output && ({ shape: [output.shape[2] ?? 0, output.shape[3] ?? 0], data: output.data } as const);
  const snapshot: Snapshot = {
    revision,
    subject: 1,
    input: operand('input'),
    kernel: operand('kernel'),
    output: map && { id: `output${revision}`, rows: map.shape[0], cols: map.shape[1] },
    progress: undefined,
    params,
    candidates: [],
    notice: undefined,
    canUndo,
    canRedo: false,
    saved: saveSession(draftSession()),
    ...scene.snapshot,
  };
  const matrices = [
    matrix(`input${revision}`, input),
    matrix(`kernel${revision}`, kernel),
    ...(map ? [matrix(`output${revision}`, map)] : []),
  ];
  return [{ type: 'hello', words: {} }, ...matrices, { type: 'snapshot', snapshot }];
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
