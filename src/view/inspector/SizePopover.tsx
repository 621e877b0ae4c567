import { useState } from 'preact/hooks';
import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { solvePadding, splitPadding } from '../../engine/solve/solvePadding';
import { noneSymmetricText, otherWaysText, solvedText, unsolvedText } from '../../words/solveWords';
import { Popover } from '../parts/Popover';
import { Stepper } from '../parts/Stepper';
import { useLens } from '../state/lens';
import { PositionsStrip } from './PositionsStrip';
import { isSame, SizeFormula } from './SizeFormula';
import { SizeReason } from './SizeReason';

type AxisName = 'both' | 'height' | 'width';

/** From a wanted size of the map to all paddings that give it. */
export function SizePopover({ plan }: { readonly plan: Conv2dPlan }) {
  const { facts } = useLens();
  const t = facts.t.value;
  return (
    <Popover title={t('Solve for padding')}>
      <div class="popover-size">
        <SizeFormula plan={plan} />
        <SizeReason plan={plan} />
        <PositionsStrip plan={plan} room={5} />
      </div>
      {isSame(plan.height, plan.width) ? (
        <Solver axis={plan.width} name="both" plan={plan} />
      ) : (
        <>
          <Solver axis={plan.height} name="height" plan={plan} />
          <Solver axis={plan.width} name="width" plan={plan} />
        </>
      )}
      <SameNote axis={plan.width} />
    </Popover>
  );
}

interface SolverProps {
  readonly axis: AxisPlan;
  readonly name: AxisName;
  readonly plan: Conv2dPlan;
}

function Solver({ axis, name, plan }: SolverProps) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const [wanted, setWanted] = useState(axis.inputSize);
  const solution = solvePadding(axis, wanted);
  const words = { both: t('I want a map of'), height: t('I want a height of'), width: t('I want a width of') }[name];
  const from = t('from {0} cells, filter {1}, stride {2}', axis.inputSize, axis.kernelSize, axis.stride);
  if ('unsolved' in solution)
    return (
      <div class="solver">
        <SolverLine words={words} from={from} wanted={wanted} onChange={setWanted} />
        <p class="unsolved">{unsolvedText(t, solution)}</p>
        <OtherWays axis={axis} wanted={wanted} />
      </div>
    );
  const { minTotal, maxTotal } = solution;
  const totals = Array.from({ length: Math.min(8, maxTotal - minTotal + 1) }, (_, index) => minTotal + index);
  return (
    <div class="solver">
      <SolverLine words={words} from={from} wanted={wanted} onChange={setWanted} />
      <ul>
        {totals.map((total) => {
          const { before, after } = splitPadding(total);
          return (
            <li key={total}>
              <code>
                {before} | {after}
              </code>
              <span>{solvedText(t, total, total - (solution.exactTotal ?? total))}</span>
              <button
                type="button"
                class={total === solution.recommended.total ? 'primary' : ''}
                onClick={() => actions.setParams({ padding: paddingFor(plan, name, before, after) })}
              >
                {t('Use')}
              </button>
            </li>
          );
        })}
      </ul>
      {solution.whyNoneSymmetric && <p class="note">{noneSymmetricText(t, solution.whyNoneSymmetric)}</p>}
      <OtherWays axis={axis} wanted={wanted} />
    </div>
  );
}

function OtherWays({ axis, wanted }: { readonly axis: AxisPlan; readonly wanted: number }) {
  const { facts } = useLens();
  // What is there already is no other way.
  const told = wanted === axis.outputSize ? undefined : otherWaysText(facts.t.value, axis, wanted);
  return told === undefined ? null : <p class="note">{told}</p>;
}

interface SolverLineProps {
  readonly words: string;
  readonly from: string;
  readonly wanted: number;
  readonly onChange: (wanted: number) => void;
}

function SolverLine({ words, from, wanted, onChange }: SolverLineProps) {
  return (
    <p class="solver-line">
      {words} <Stepper label={words} value={wanted} min={1} max={4096} onChange={onChange} /> {from}
    </p>
  );
}

function SameNote({ axis }: { readonly axis: AxisPlan }) {
  const { facts } = useLens();
  if (axis.stride === 1) return null;
  const cells = Math.ceil(axis.inputSize / axis.stride);
  return (
    <p class="note">
      {facts.t.value(
        'With a stride, “same” of Keras, TensorFlow and ONNX is another thing: ⌈{0} ÷ {1}⌉ = {2} cells.',
        axis.inputSize,
        axis.stride,
        cells,
      )}
    </p>
  );
}

function paddingFor({ height, width }: Conv2dPlan, name: AxisName, before: number, after: number) {
  if (name === 'both' && before === after) return { kind: 'all', amount: before } as const;
  const tall = name === 'width' ? height : { before, after };
  const wide = name === 'height' ? width : { before, after };
  return { kind: 'explicit', top: tall.before, bottom: tall.after, left: wide.before, right: wide.after } as const;
}
