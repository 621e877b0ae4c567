import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/conv2dPlan';
import { numberText, shortNumber } from '../../words/numberText';
import { styleOf } from '../grid/GridCell';
import { placesKey } from '../layout/stageLayout';
import { playStep } from '../motion/playStep';
import { useLens } from '../state/lens';
import type { ShownStep } from '../state/shownStep';
import { Glass } from './Glass';
import type { StageGeometry } from './stageGeometry';
import type { StageParts } from './stageParts';

interface LensPartProps {
  readonly parts: StageParts;
  readonly plan: Conv2dPlan;
  readonly shown: ShownStep;
  readonly geometry: StageGeometry;
}

/** The lens with its products, and the sum at its edge. */
export function LensPart({ parts, plan, shown, geometry }: LensPartProps) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const root = useRef<HTMLDivElement>(null);
  const moved = model.moved.value;
  const { cell, disc } = geometry;
  useLayoutEffect(() => {
    if (moved === 0 || model.theme.peek().still || model.speed.peek() > 2 || root.current === null) return;
    return playStep(root.current, { x: cell.x + cell.width / 2 - disc.x, y: cell.y + cell.height / 2 - disc.y });
  }, [moved]);
  const terms = shown.terms.map(({ value, weight, product, tap }) => ({
    value,
    weight,
    // A negative weight over a zero makes −0, which is noise here; the sum keeps it.
    product: product + 0,
    title: tap.inside
      ? t('row {0}, column {1}', tap.row, tap.col)
      : t('padding at row {0}, column {1}', shortNumber(tap.row), shortNumber(tap.col)),
  }));
  return (
    <div ref={root}>
      <Glass
        place={parts.layout.glass}
        rows={plan.height.kernelSize}
        cols={plan.width.kernelSize}
        terms={terms}
        fill={parts.fills.signed}
      />
      <SumDisc key={placesKey(parts.layout)} geometry={geometry} shown={shown} parts={parts} />
    </div>
  );
}

function SumDisc({ geometry, shown, parts }: Pick<LensPartProps, 'geometry' | 'shown' | 'parts'>) {
  const { facts } = useLens();
  const { x, y, radius } = geometry.disc;
  const wanted = Math.round(radius * 0.82);
  const { text } = numberText(shown.sum, 6);
  const fontSize = Math.max(12, Math.min(wanted, Math.floor((radius * 1.75) / (text.length * 0.605))));
  return (
    <>
      <div
        class="disc-travel"
        aria-hidden="true"
        style={{ left: `${x}px`, top: `${y}px`, ...styleOf(parts.fills.signed(shown.sum)) }}
      />
      <div
        class="disc"
        aria-hidden="true"
        title={`${facts.t.value('sum')} ${shortNumber(shown.sum, 30)}`}
        style={{
          transform: `translate(${x - radius}px, ${y - radius}px)`,
          width: `${radius * 2}px`,
          height: `${radius * 2}px`,
          fontSize: `${fontSize}px`,
          ...styleOf(parts.fills.signed(shown.sum)),
        }}
      >
        {text}
      </div>
      {['bench', 'side', 'tower'].includes(parts.layout.composition) && (
        <span class="disc-word" aria-hidden="true" style={{ left: `${x}px`, top: `${y + radius + 5}px` }}>
          {facts.t.value('sum')}
        </span>
      )}
    </>
  );
}
