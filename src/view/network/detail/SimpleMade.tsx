import type { ValueTrace } from '../../../engine/network/traceValue';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { bracketed, shortNumber } from '../../../words/numberText';
import { useNetwork } from '../state/network';
import { type Behind, useBehind } from './useBehind';

interface MadeProps<Kind extends ValueTrace['kind']> {
  readonly trace: Extract<ValueTrace, { readonly kind: Kind }>;
  readonly stage: number;
}

/** What is below 0 becomes 0. */
export function ReluMade({ trace, stage }: MadeProps<'relu'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const behind = useBehind(stage);
  const { input, value, place } = trace;
  return (
    <div class="made">
      <p class="formula">
        max(0, {shortNumber(input, 9)}) = <b>{shortNumber(value, 9)}</b>
      </p>
      <p class="say">{input < 0 ? t('What is below 0 becomes 0.') : t('What is not below 0 stays.')}</p>
      <BackLink behind={behind} place={place} />
    </div>
  );
}

/** The same number, in a row. */
export function FlattenMade({ trace, stage }: MadeProps<'flatten'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const behind = useBehind(stage);
  return (
    <div class="made">
      <p class="say">
        {t(
          'The same number, now one of a row: channel by channel, in each row by row. Its neighbours above and below are far away.',
        )}
      </p>
      <BackLink behind={behind} place={trace.from} />
    </div>
  );
}

/** A share of the sum of all exponentials. */
export function SoftmaxMade({ trace, stage }: MadeProps<'softmax'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const behind = useBehind(stage);
  const { input, largest, exponential, sum, value, place } = trace;
  return (
    <div class="made">
      <p class="formula">
        e<sup>{`${shortNumber(input, 7)} − ${bracketed(largest, 7)}`}</sup> ÷ Σ ={' '}
        {`${shortNumber(exponential, 7)} ÷ ${shortNumber(sum, 7)} = `}
        <b>{shortNumber(value, 9)}</b>
      </p>
      <p class="say">
        {t(
          'Its share of all, so that they add up to 1. The largest is taken away first: that changes nothing and keeps e from growing too large.',
        )}
      </p>
      <BackLink behind={behind} place={place} />
    </div>
  );
}

function BackLink({ behind, place }: { readonly behind: Behind; readonly place: ValuePlace }) {
  const { facts } = useNetwork();
  return (
    <p class="back">
      <button type="button" onClick={() => behind.go(place)}>
        {facts.t.value('Back to {0}', behind.nameOf(place))}
      </button>
    </p>
  );
}
