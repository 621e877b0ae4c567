import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { crossingPatch, positionAt } from '../../engine/convolution/positions';
import { useLens } from '../state/lens';
import { positionPieces } from './positionPieces';

interface PositionsProps {
  readonly plan: Conv2dPlan;
  readonly room?: number;
}

/** The patches of one row as a 1-D picture, cells counted from 1, padding as dots: `[1 2 3] [2 3 4] … [26 27 28]`. */
export function PositionsStrip({ plan, room }: PositionsProps) {
  const { facts, actions, model } = useLens();
  const t = facts.t.value;
  const axis = plan.width;
  const shown = facts.shown.value?.col ?? 0;
  const width = model.size.value.width;
  const perPiece = pieceText(axis, Math.max(0, axis.outputSize - 1)).length * 7.25 + 6;
  const fits = room ?? Math.max(3, Math.floor((width - (width < 1200 ? 370 : 760)) / perPiece) - 1);
  const crossing = crossingPatch(axis);
  const row = facts.shown.value?.row ?? 0;
  return (
    <div
      class="positions"
      role="group"
      aria-label={t('Positions of the kernel along a row, cells counted from 1')}
      title={t('Positions of the kernel along a row, cells counted from 1, padding as dots')}
    >
      <span class="count">{axis.outputSize === 1 ? t('1 position') : t('{0} positions', axis.outputSize)}</span>
      {positionPieces(axis.outputSize, shown, fits).map((index, place) =>
        index < 0 ? (
          <span key={`gap${place}`}> … </span>
        ) : (
          <button
            key={index}
            type="button"
            tabIndex={-1}
            class={index === shown ? 'position now' : 'position'}
            onClick={() => actions.goTo(row * axis.outputSize + index)}
          >
            {pieceText(axis, index)}
          </button>
        ),
      )}
      <s class="position missing" title={t('This patch would cross the border')}>
        {labels(axis, crossing.first)}
      </s>
    </div>
  );
}

function pieceText(axis: AxisPlan, index: number): string {
  return labels(axis, positionAt(axis, index).first);
}

function labels({ before, inputSize, paddedSize, kernelSize, dilation }: AxisPlan, first: number): string {
  const label = (place: number) => {
    const cell = place - before + 1;
    if (place >= paddedSize) return paddedSize === inputSize ? String(cell) : '×';
    return cell < 1 || cell > inputSize ? '·' : String(cell);
  };
  const all = Array.from({ length: kernelSize }, (_, tap) => label(first + tap * dilation));
  return `[${(all.length > 7 ? [...all.slice(0, 2), '…', ...all.slice(-1)] : all).join(' ')}]`;
}
