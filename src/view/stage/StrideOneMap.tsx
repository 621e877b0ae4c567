import { useMemo } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { explainCell } from '../../engine/convolution/explainCell';
import { planConv2d } from '../../engine/convolution/planConv2d';
import { isPlanProblem } from '../../engine/planProblem';
import { numberText } from '../../words/numberText';
import { noFill } from '../colour/cellFills';
import { styleOf } from '../grid/GridCell';
import { roomFor } from '../layout/stageLayout';
import { strideOnePlace } from '../layout/strideOnePlace';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import type { ShownStep } from '../state/shownStep';
import type { StageParts } from './stageParts';

interface StrideOneProps {
  readonly parts: StageParts;
  readonly plan: Conv2dPlan;
  readonly shown: ShownStep;
}

/** More cells, or products in each, take too long beside a step. */
const most = { cells: 400, taps: 121 };

const fontSize = 12;

/** About the width of a character of the caption. */
const captionCharacter = 7;

/** The map that stride 1 would give, with the cells marked that the stride takes; the others are what it hops over. */
export function StrideOneMap({ parts, plan, shown }: StrideOneProps) {
  const { facts, model } = useLens();
  const input = facts.input.value;
  const kernel = facts.kernel.value;
  const values = useMemo(() => strideOneValues(plan, input, kernel), [plan, input, kernel]);
  const place = values && strideOnePlace(parts.layout, values.rows, values.cols);
  if (values === undefined || place === undefined) return null;
  const t = facts.t.value;
  const taken = plan.height.outputSize * plan.width.outputSize;
  const told = t('at stride 1: {0} cells, {1} taken', values.data.length, taken);
  const fits = place.x + told.length * captionCharacter < parts.layout.width;
  const fill = model.settings.value.cells === 'numbers' ? noFill : parts.fills.signed;
  const now = shown.row * plan.height.stride * values.cols + shown.col * plan.width.stride;
  const room = roomFor(place.cell, fontSize);
  return (
    <div
      class="stride-one"
      role="img"
      aria-label={told}
      style={{ left: `${place.x}px`, top: `${place.y}px`, '--c': `${place.cell}px`, '--cols': `${values.cols}` }}
    >
      <span class="stride-one-caption">{fits ? told : t('at stride 1')}</span>
      {Array.from(values.data, (value, index) => {
        const isTaken =
          Math.floor(index / values.cols) % plan.height.stride === 0 && (index % values.cols) % plan.width.stride === 0;
        const isReached = model.showWhole.value || index <= now;
        const text = isReached && room > 0 ? numberText(value, Math.max(2, room)).text : '';
        const kinds = ['one', isTaken && 'taken', index === now && 'now', !isReached && 'waiting'];
        return (
          <i
            key={index}
            class={kinds.filter(Boolean).join(' ')}
            style={isTaken && isReached ? styleOf(fill(value)) : undefined}
          >
            {text.length <= room + 1 ? text : ''}
          </i>
        );
      })}
    </div>
  );
}

interface StrideOneValues {
  readonly rows: number;
  readonly cols: number;
  readonly data: readonly number[];
}

/** With the same cells of padding; undefined where both strides are 1, and for what is too much. */
function strideOneValues(
  plan: Conv2dPlan,
  input: Cells | undefined,
  kernel: Cells | undefined,
): StrideOneValues | undefined {
  const { height, width } = plan;
  if (height.stride * width.stride === 1 || input?.whole === undefined || kernel?.whole === undefined) return undefined;
  if (height.kernelSize * width.kernelSize > most.taps) return undefined;
  const whole = planConv2d([1, 1, input.rows, input.cols], [1, 1, kernel.rows, kernel.cols], {
    padding: { kind: 'explicit', top: height.before, bottom: height.after, left: width.before, right: width.after },
    strides: [1, 1],
    dilations: [height.dilation, width.dilation],
    fill: plan.fill,
    flip: plan.flip,
    groups: 1,
  });
  if (isPlanProblem(whole)) return undefined;
  const [rows, cols] = [whole.height.outputSize, whole.width.outputSize];
  if (rows * cols > most.cells) return undefined;
  const read = (_: number, row: number, col: number) => input.at(row, col) ?? 0;
  const weights = kernel.whole;
  const data = Array.from({ length: rows * cols }, (_, index) => {
    const cell = { batch: 0, channel: 0, row: Math.floor(index / cols), col: index % cols };
    return explainCell(whole, read, weights, undefined, cell).sum;
  });
  return { rows, cols, data };
}
