import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import { useLens } from '../state/lens';
import { type SolveAnswers, type SolveFor, sizeWith, valueNow } from './solveAnswers';

interface SolveChartProps {
  readonly solveFor: SolveFor;
  readonly axis: AxisPlan;
  readonly wanted: number;
  readonly found: SolveAnswers;
}

const measures = { height: 126, left: 34, right: 10, top: 12, bottom: 30 } as const;

/** In the popover's own pixels, so that its type is no smaller than other type. */
const charts = {
  wide: { ...measures, width: 404, values: 12 },
  narrow: { ...measures, width: 214, values: 7 },
} as const;

/** The size of the map over the values of a parameter as a staircase, with the wanted step and the values that reach it. */
export function SolveChart({ solveFor, axis, wanted, found }: SolveChartProps) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const chart = charts[model.size.value.width < 620 ? 'narrow' : 'wide'];
  const now = valueNow(solveFor, axis);
  const values = chartValues(solveFor, now, found, chart.values);
  const points = values
    .map((value) => ({ value, size: sizeWith(solveFor, axis, value) }))
    .filter(({ size }) => size > 0);
  const sizes = [...points.map(({ size }) => size), wanted];
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const step = (chart.width - chart.left - chart.right) / Math.max(1, values.length - 1);
  const x = (value: number) => chart.left + (value - (values[0] ?? 0)) * step;
  const high = chart.height - chart.bottom - chart.top;
  const y = (size: number) => chart.top + (most === least ? high / 2 : (high * (most - size)) / (most - least));
  const stairs = points.map(({ value, size }, index) => {
    const from = Math.max(chart.left, x(value) - step / 2);
    const to = Math.min(chart.width - chart.right, x(value) + step / 2);
    return `${index === 0 ? 'M' : 'L'}${from},${y(size)} L${to},${y(size)}`;
  });
  const labels = new Set([least, most, wanted]);
  return (
    <>
      <svg class="solve-chart" viewBox={`0 0 ${chart.width} ${chart.height}`} aria-hidden="true">
        <rect
          class="wanted"
          x={chart.left}
          y={y(wanted) - 9}
          width={chart.width - chart.left - chart.right}
          height={18}
          rx={3}
        />
        {[...labels].map((size) => (
          <text
            key={size}
            class={size === wanted ? 'wanted' : ''}
            x={chart.left - 10}
            y={y(size) + 4}
            text-anchor="end"
          >
            {size}
          </text>
        ))}
        <path d={stairs.join(' ')} />
        {points.map(({ value, size }) => {
          const isAnswer = size === wanted;
          // What cannot be the same on both sides is half a disc.
          const isOdd = solveFor === 'padding' && value % 2 === 1;
          return (
            <g key={value} class={isAnswer ? 'answer' : ''}>
              {value === now && <circle class="now" cx={x(value)} cy={y(size)} r={9} />}
              <circle class={isOdd ? 'odd' : ''} cx={x(value)} cy={y(size)} r={isAnswer ? 5.5 : 3} />
              {isOdd && isAnswer && <path class="half" d={`M${x(value)},${y(size) - 5.5} a5.5,5.5 0 0 1 0,11 z`} />}
              <text class={isAnswer ? 'wanted' : ''} x={x(value)} y={chart.height - 4} text-anchor="middle">
                {value}
              </text>
            </g>
          );
        })}
      </svg>
      {solveFor === 'padding' && <p class="chart-note">{t('added cells, both sides together: ● even, ◐ odd')}</p>}
    </>
  );
}

/** Some values with the present one and the answers, or with the answers alone where they lie far off. */
function chartValues(solveFor: SolveFor, now: number, { answers }: SolveAnswers, count: number): readonly number[] {
  const least = solveFor === 'padding' ? 0 : 1;
  const all = [now, ...answers.map(({ value }) => value)];
  const first = Math.min(...all);
  const isNear = Math.max(...all) - first < count - 1;
  const from = Math.max(least, isNear ? first - 2 : (answers[0]?.value ?? now) - 3);
  return Array.from({ length: count }, (_, index) => from + index);
}
