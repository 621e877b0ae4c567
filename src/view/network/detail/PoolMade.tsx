import type { ValueTrace } from '../../../engine/network/traceValue';
import { shortNumber } from '../../../words/numberText';
import { type SmallCell, SmallGrid } from '../parts/SmallGrid';
import { useNetwork } from '../state/network';
import { useBehind } from './useBehind';

type PoolTrace = Extract<ValueTrace, { readonly kind: 'pool' }>;

/** The window that was pooled: which cell was the largest, or what the average divides. */
export function PoolMade({ trace, stage }: { readonly trace: PoolTrace; readonly stage: number }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const behind = useBehind(stage);
  const { cells, largestAt, sum, divisor, average } = trace.explanation;
  const { channel } = trace.place;
  const isMax = trace.pooling === 'max';
  const shown = cells.map(
    ({ row, col, place, value }, at): SmallCell => ({
      value,
      label: value === undefined ? t('padding') : `${behind.nameOf({ channel, row, col })}: ${shortNumber(value)}`,
      look: place !== 'inside' ? 'padding' : isMax && at === largestAt ? 'taken' : undefined,
      onPick: value === undefined ? undefined : () => behind.go({ channel, row, col }),
    }),
  );
  const cols = new Set(cells.map(({ col }) => col)).size;
  return (
    <div class="made">
      <SmallGrid
        label={t('Window of {0}', behind.name)}
        cols={cols}
        cells={shown}
        fill={behind.fill}
        side={cols <= 3 ? 52 : 40}
      />
      <p class="say">
        {isMax
          ? t('The largest of {0} values goes on; where it stood is forgotten.', cells.length)
          : t('{0} ÷ {1} = {2}', shortNumber(sum, 9), divisor, shortNumber(average, 9))}
      </p>
    </div>
  );
}
