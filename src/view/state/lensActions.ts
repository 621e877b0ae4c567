import type { Conv2dParams } from '../../engine/convolution/conv2dParams';
import type { FromView } from '../../protocol/lens';
import type { ViewSettings } from '../../protocol/viewSettings';
import type { Act, Side } from '../../session/act';
import type { LensFacts } from './lensFacts';
import type { CellAt, LensModel, PopoverName } from './lensModel';

/** How the player moves. */
export type Move = 'next' | 'previous' | 'first' | 'last';

/** Everything that the parts of the view can do. */
export interface LensActions {
  readonly act: (act: Act) => void;
  readonly post: (message: FromView) => void;
  readonly setParams: (params: Partial<Conv2dParams>) => void;
  readonly move: (move: Move) => void;
  readonly moveBy: (rows: number, cols: number) => void;
  readonly goTo: (step: number) => void;
  readonly hover: (step: number | undefined) => void;
  readonly showUsesOf: (cell: CellAt | undefined) => void;
  readonly togglePin: () => void;
  readonly letGo: () => void;
  readonly togglePlay: () => void;
  /** Changes the way that numbers are shown. */
  readonly set: (settings: Partial<ViewSettings>) => void;
  readonly open: (name: PopoverName | undefined) => void;
  /** Shows a cell's characters in its text; while a step plays, keys leave the text alone. */
  readonly goToCell: (side: Side, cell: CellAt, by: 'pointer' | 'keys') => void;
}

/** The actions over a model; what changes the session goes to the host. */
export function lensActions(model: LensModel, facts: LensFacts, post: (message: FromView) => void): LensActions {
  const act = (what: Act) => post({ type: 'act', act: what });
  const goTo = (step: number) => settle(model, facts, step);
  return {
    act,
    post,
    setParams: (params) => act({ kind: 'set-params', params }),
    move: (move) => makeMove(model, facts, move),
    moveBy: (rows, cols) => moveInMap(model, facts, rows, cols),
    goTo,
    hover: (step) => {
      if (!model.pinned.value || step === undefined) model.hoverStep.value = step;
    },
    showUsesOf: (cell) => {
      model.usesOf.value = cell;
    },
    togglePin: () => {
      model.pinned.value = !model.pinned.value;
      model.hoverStep.value = undefined;
    },
    letGo: () => (model.snapshot.value?.progress === undefined ? letGo(model) : post({ type: 'cancel' })),
    togglePlay: () => togglePlay(model, facts),
    goToCell: (side, { row, col }, by) => {
      if (!model.snapshot.peek()?.[side].hasSource || (by === 'keys' && model.playing.peek())) return;
      post({ type: 'point', side, row, col, opens: by === 'pointer' });
    },
    set: (settings) => {
      model.settings.value = { ...model.settings.value, ...settings };
    },
    open: (name) => {
      model.popover.value = model.popover.value === name ? undefined : name;
    },
  };
}

function settle(model: LensModel, facts: LensFacts, step: number): void {
  const last = Math.max(0, facts.steps.value - 1);
  model.step.value = Math.min(last, Math.max(0, step));
  model.hoverStep.value = undefined;
  model.usesOf.value = undefined;
}

function makeMove(model: LensModel, facts: LensFacts, move: Move): void {
  const last = facts.steps.value - 1;
  const from = model.step.peek();
  const to = { next: Math.min(last, from + 1), previous: Math.max(0, from - 1), first: 0, last }[move];
  settle(model, facts, to);
  model.pinned.value = false;
  if (Math.abs(to - from) === 1) model.moved.value++;
}

function moveInMap(model: LensModel, facts: LensFacts, rows: number, cols: number): void {
  const plan = facts.plan.value;
  if (plan === undefined) return;
  const width = plan.width.outputSize;
  const step = model.step.peek();
  const row = Math.min(plan.height.outputSize - 1, Math.max(0, Math.floor(step / width) + rows));
  const col = Math.min(width - 1, Math.max(0, (step % width) + cols));
  settle(model, facts, row * width + col);
}

function letGo(model: LensModel): void {
  if (model.popover.value !== undefined) model.popover.value = undefined;
  else if (model.presenting.value && !isHolding(model)) model.presenting.value = false;
  else {
    model.pinned.value = false;
    model.hoverStep.value = undefined;
    model.usesOf.value = undefined;
  }
}

function isHolding({ pinned, hoverStep, usesOf }: LensModel): boolean {
  return pinned.value || (hoverStep.value ?? usesOf.value) !== undefined;
}

function togglePlay(model: LensModel, facts: LensFacts): void {
  if (!model.playing.value && model.step.value >= facts.steps.value - 1) settle(model, facts, 0);
  model.playing.value = !model.playing.value && facts.steps.value > 1;
}
