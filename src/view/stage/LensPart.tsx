import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { countText, shortNumber } from '../../words/numberText';
import { styleOf } from '../grid/GridCell';
import type { Box } from '../layout/geometryBox';
import { placesKey } from '../layout/stageLayout';
import { useLens } from '../state/lens';
import { mostTerms, type ShownStep } from '../state/shownStep';
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
  const { facts } = useLens();
  const t = facts.t.value;
  const root = useRef<HTMLDivElement>(null);
  useStepMovement(root, { parts, plan, shown, geometry });
  const { kernelSize: rows } = plan.height;
  const { kernelSize: cols } = plan.width;
  const terms = shown.terms?.map(({ value, weight, product, tap }) => ({
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
      {rows * cols > mostTerms ? (
        <ManyProducts place={parts.layout.glass} count={rows * cols} />
      ) : (
        <Glass
          place={parts.layout.glass}
          rows={rows}
          cols={cols}
          terms={terms ?? new Array(rows * cols).fill(undefined)}
          fill={parts.fills.signed}
        />
      )}
      <SumDisc key={placesKey(parts.layout)} geometry={geometry} shown={shown} parts={parts} />
    </div>
  );
}

/** Shows a step by one as movement; whatever else is shown ends it. */
function useStepMovement(root: { readonly current: HTMLElement | null }, { plan, shown, geometry }: LensPartProps) {
  const { model } = useLens();
  const moved = model.moved.value;
  const played = useRef(moved);
  useLayoutEffect(() => {
    if (played.current === moved || root.current === null) return undefined;
    played.current = moved;
    if (model.theme.peek().still || model.speed.peek() > 2) return undefined;
    let end: (() => void) | undefined;
    let isOver = false;
    void import('../motion/playStep').then(({ playStep }) => {
      if (!isOver && root.current !== null) end = playStep(root.current, plan, geometry);
    });
    return () => {
      isOver = true;
      end?.();
    };
  }, [moved, shown.step]);
}

/** The lens where its products are too many to be told one by one. */
function ManyProducts({ place, count }: { readonly place: Box; readonly count: number }) {
  const { facts } = useLens();
  return (
    <div
      class="glass many"
      style={{ left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px`, height: `${place.height}px` }}
    >
      {facts.t.value('{0} products', countText(count))}
    </div>
  );
}

/** Width of a digit of 12 pixels, the smallest that there are. */
const smallDigit = 7.3;

function SumDisc({ geometry, shown, parts }: Pick<LensPartProps, 'geometry' | 'shown' | 'parts'>) {
  const { facts } = useLens();
  const { x, y, radius } = geometry.disc;
  const wanted = Math.round(radius * 0.82);
  const { sum } = shown;
  const room = Math.min(6, Math.floor((radius * 2) / smallDigit));
  const text = sum === undefined ? '…' : shortNumber(sum, room);
  const fill = sum === undefined ? undefined : styleOf(parts.fills.signed(sum));
  const fontSize = Math.max(12, Math.min(wanted, Math.floor((radius * 1.75) / (text.length * 0.605))));
  return (
    <>
      <div class="disc-travel" aria-hidden="true" style={{ left: `${x}px`, top: `${y}px`, ...fill }} />
      <div
        class="disc"
        aria-hidden="true"
        title={sum === undefined ? undefined : `${facts.t.value('sum')} ${shortNumber(sum, 30)}`}
        style={{
          transform: `translate(${x - radius}px, ${y - radius}px)`,
          width: `${radius * 2}px`,
          height: `${radius * 2}px`,
          fontSize: `${fontSize}px`,
          ...fill,
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
