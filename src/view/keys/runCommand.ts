import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { wholePicture } from '../../protocol/keptView';
import { mostCells } from '../layout/layoutStage';
import { scaledAt } from '../layout/zoom';
import type { Lens } from '../state/lens';
import type { KeyCommand } from './keyCommand';

/** Does what a key asks for. */
export function runCommand(lens: Lens, command: KeyCommand): void {
  const { model, facts, actions } = lens;
  const commands: Readonly<Record<KeyCommand, () => void>> = {
    next: () => stepByHand(lens, 'next'),
    previous: () => stepByHand(lens, 'previous'),
    first: () => stepByHand(lens, 'first'),
    last: () => stepByHand(lens, 'last'),
    play: actions.togglePlay,
    'less-padding': () => pad(lens, -1),
    'more-padding': () => pad(lens, 1),
    'less-stride': () => hop(lens, -1),
    'more-stride': () => hop(lens, 1),
    uses: () => {
      model.showUses.value = !model.showUses.value;
    },
    rows: () => actions.set({ asRows: !model.settings.value.asRows }),
    present: () => {
      model.presenting.value = !model.presenting.value;
    },
    'zoom-in': () => zoomAtStep(lens, 2),
    'zoom-out': () => zoomAtStep(lens, 0.5),
    'zoom-reset': () => {
      model.zoom.value = wholePicture;
    },
    pin: actions.togglePin,
    'let-go': actions.letGo,
    undo: () => actions.act({ kind: 'undo' }),
    redo: () => actions.act({ kind: 'redo' }),
  };
  if (facts.plan.value !== undefined || command === 'undo' || command === 'redo' || command.includes('-'))
    commands[command]();
}

/** Around the patch; matrices that are shown as cells are not zoomed. */
function zoomAtStep({ model, facts }: Lens, factor: number): void {
  const plan = facts.plan.value;
  const isPicture = [facts.input.value, facts.output.value].some(
    (cells) => cells && cells.rows * cells.cols > mostCells,
  );
  if (plan === undefined || !isPicture) return;
  const zoom = model.zoom.value;
  const shown = facts.shown.value ?? { row: 0, col: 0 };
  const along = (axis: Conv2dPlan['height'], at: number, from: number) =>
    Math.max(0, Math.min(1, ((at * axis.stride + axis.span / 2) / axis.paddedSize - from) * zoom.scale));
  const at = { x: along(plan.width, shown.col, zoom.left), y: along(plan.height, shown.row, zoom.top) };
  model.zoom.value = scaledAt(zoom, Math.min(zoom.scale * factor, largestScale(plan)), at);
}

/** About so many cells are left at the largest scale. */
function largestScale({ height, width }: Conv2dPlan): number {
  return Math.max(1, Math.max(height.paddedSize, width.paddedSize) / 12);
}

function stepByHand({ model, actions }: Lens, move: 'next' | 'previous' | 'first' | 'last'): void {
  model.playing.value = false;
  actions.move(move);
}

function pad({ facts, actions }: Lens, by: number): void {
  const amount = Math.max(0, Math.min(64, largestSide(facts.plan.value) + by));
  actions.setParams({ padding: amount === 0 ? { kind: 'valid' } : { kind: 'all', amount } });
}

function hop({ model, actions }: Lens, by: number): void {
  const [height, width] = model.snapshot.value?.params.strides ?? [1, 1];
  const next = (stride: number) => Math.max(1, Math.min(64, stride + by));
  actions.setParams({ strides: [next(height), next(width)] });
}

function largestSide(plan: Conv2dPlan | undefined): number {
  return plan === undefined ? 0 : Math.max(plan.height.before, plan.height.after, plan.width.before, plan.width.after);
}
