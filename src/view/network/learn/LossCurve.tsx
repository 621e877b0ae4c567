import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { countText, shortNumber } from '../../../words/numberText';
import { useNetwork } from '../state/network';
import { lossAxis } from './lossAxis';

interface LossCurveProps {
  readonly learned: LearnedAnswer;
  readonly step: number;
  readonly onStep: (step: number) => void;
}

const height = 190;
const mostWidth = 560;
const edge = { left: 64, right: 14, top: 14, bottom: 36 } as const;

/** The loss of every step on a logarithmic scale, and where the page is. */
export function LossCurve({ learned: { run }, step, onStep }: LossCurveProps) {
  const { facts, model } = useNetwork();
  const width = Math.max(200, Math.min(mostWidth, model.size.value.width - 24));
  const t = facts.t.value;
  const { losses, steps } = run;
  const axis = lossAxis(losses);
  const x = (at: number) => edge.left + ((width - edge.left - edge.right) * at) / Math.max(1, steps);
  const y = (loss: number) => edge.top + (height - edge.top - edge.bottom) * (1 - axis.share(loss));
  const points = Array.from(losses, (loss, at) => `${x(at).toFixed(1)},${y(loss).toFixed(1)}`).join(' ');
  const said = t(
    'Loss by step, on a logarithmic scale: from {0} at the start to {1} after {2} steps',
    shortNumber(losses[0]!, 5),
    shortNumber(losses[steps]!, 5),
    countText(steps),
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the slider above it has the keys
    <svg
      class="loss-curve"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={said}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = ((event.clientX - box.left) / box.width) * width;
        onStep(Math.round(((at - edge.left) / (width - edge.left - edge.right)) * steps));
      }}
    >
      {axis.ticks.map((exponent) => (
        <g key={exponent}>
          <line class="axis" x1={edge.left} x2={width - edge.right} y1={y(10 ** exponent)} y2={y(10 ** exponent)} />
          <text x={edge.left - 8} y={y(10 ** exponent) + 4} text-anchor="end">
            {powerText(exponent)}
          </text>
        </g>
      ))}
      <text x={14} y={height / 2 - 10} text-anchor="middle" transform={`rotate(-90 14 ${height / 2 - 10})`}>
        {t('loss')}
      </text>
      <text x={edge.left} y={height - 18} text-anchor="middle">
        0
      </text>
      <text x={x(steps)} y={height - 18} text-anchor="end">
        {countText(steps)}
      </text>
      <text x={(edge.left + width - edge.right) / 2} y={height - 4} text-anchor="middle">
        {t('step')}
      </text>
      <polyline class="curve" points={points} />
      <line class="here" x1={x(step)} x2={x(step)} y1={edge.top} y2={height - edge.bottom} />
      <circle cx={x(step)} cy={y(losses[step]!)} r={4} />
    </svg>
  );
}

function powerText(exponent: number): string {
  return shortNumber(Number(`1e${exponent}`), 6);
}
