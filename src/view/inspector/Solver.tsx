import { useState } from 'preact/hooks';
import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { splitPadding } from '../../engine/solve/solvePadding';
import { maxDraftSide } from '../../session/act';
import {
  allAnswersText,
  answerText,
  noneSymmetricText,
  solvedText,
  solverFromText,
  unsolvedText,
} from '../../words/solveWords';
import { Stepper } from '../parts/Stepper';
import { useLens } from '../state/lens';
import type { LensActions } from '../state/lensActions';
import { SolveChart } from './SolveChart';
import { type SolveAnswer, type SolveFor, solveAnswers, valueNow } from './solveAnswers';

/** The axes that are solved together. */
export type AxisName = 'both' | 'height' | 'width';

interface SolverProps {
  readonly solveFor: SolveFor;
  readonly axis: AxisPlan;
  readonly name: AxisName;
  readonly plan: Conv2dPlan;
}

/** From a wanted size on an axis to all values of a parameter that give it, or why none does. */
export function Solver({ solveFor, axis, name, plan }: SolverProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [wanted, setWanted] = useState(axis.inputSize);
  const found = solveAnswers(solveFor, axis, wanted);
  const words = { both: t('I want a map of'), height: t('I want a height of'), width: t('I want a width of') }[name];
  return (
    <div class="solver">
      <p class="solver-line">
        {words} <Stepper label={words} value={wanted} min={1} max={4096} onChange={setWanted} />{' '}
        {solverFromText(t, solveFor, axis)}
      </p>
      <SolveChart solveFor={solveFor} axis={axis} wanted={wanted} found={found} />
      {found.unsolved ? (
        <p class="unsolved">{unsolvedText(t, found.unsolved)}</p>
      ) : (
        <ul>
          {found.answers.map((answer) => (
            <Answer key={answer.value} answer={answer} solveFor={solveFor} axis={axis} name={name} plan={plan} />
          ))}
        </ul>
      )}
      {found.all && <p class="note">{allAnswersText(t, found.all.smallest, found.all.largest)}</p>}
      {found.noneSymmetric && <p class="note">{noneSymmetricText(t, found.noneSymmetric)}</p>}
    </div>
  );
}

function Answer({ answer, solveFor, axis, name, plan }: SolverProps & { readonly answer: SolveAnswer }) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const { value, floored, isBest } = answer;
  const { before, after } = splitPadding(value);
  const isNow = valueNow(solveFor, axis) === value;
  // Kernels are cut and grown by hand up to a size.
  const canUse = solveFor !== 'kernel' || value <= maxDraftSide;
  return (
    <li>
      <code>{solveFor === 'padding' ? `${before} | ${after}` : value}</code>
      <span>{solveFor === 'padding' ? solvedText(t, value, floored) : answerText(t, solveFor, value, floored)}</span>
      {canUse && (
        <button
          type="button"
          class={isBest ? 'primary' : ''}
          aria-pressed={isNow}
          onClick={() => use(actions, solveFor, value, name, plan)}
        >
          {t('Use')}
        </button>
      )}
    </li>
  );
}

function use(actions: LensActions, solveFor: SolveFor, value: number, name: AxisName, plan: Conv2dPlan): void {
  const { height, width } = plan;
  const pair = (tall: number, wide: number) =>
    [name === 'width' ? tall : value, name === 'height' ? wide : value] as const;
  if (solveFor === 'padding') actions.setParams({ padding: paddingFor(plan, name, value) });
  else if (solveFor === 'stride') actions.setParams({ strides: pair(height.stride, width.stride) });
  else {
    const [rows, cols] = pair(height.kernelSize, width.kernelSize);
    actions.act({ kind: 'resize', side: 'kernel', rows, cols });
  }
}

function paddingFor({ height, width }: Conv2dPlan, name: AxisName, total: number) {
  const { before, after } = splitPadding(total);
  if (name === 'both' && before === after) return { kind: 'all', amount: before } as const;
  const tall = name === 'width' ? height : { before, after };
  const wide = name === 'height' ? width : { before, after };
  return { kind: 'explicit', top: tall.before, bottom: tall.after, left: wide.before, right: wide.after } as const;
}
