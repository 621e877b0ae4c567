import type { DenseTerm, ValueTrace } from '../../../engine/network/traceValue';
import { bracketed, countText, shortNumber } from '../../../words/numberText';
import { cssOf } from '../../colour/rgb';
import { useNetwork } from '../state/network';
import { type Behind, useBehind } from './useBehind';

type DenseTrace = Extract<ValueTrace, { readonly kind: 'dense' }>;

/** The products that weigh most, all others together, the bias and the total. */
export function DenseMade({ trace, stage }: { readonly trace: DenseTrace; readonly stage: number }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const behind = useBehind(stage);
  const { largest, count, rest, bias, sum } = trace.explanation;
  const most = Math.abs(largest[0]?.product ?? 0) || 1;
  const others = count - largest.length;
  const shown = largest.reduce((total, { product }) => total + product, 0);
  return (
    <div class="made dense-made">
      <ol class="terms">
        {largest.map((term) => (
          <TermRow key={term.input} term={term} most={most} behind={behind} />
        ))}
      </ol>
      <p class="total-sum">
        {others > 0 && `${t('{0} other products', countText(others))} ${shortNumber(rest, 7)} + `}
        {t('these {0}', largest.length)} {bracketed(shown, 7)}
        {bias !== undefined && (
          <>
            {' + '}
            <i class="bias">{t('bias')}</i> {bracketed(bias, 7)}
          </>
        )}
        {' = '}
        <b>{shortNumber(sum, 9)}</b>
      </p>
    </div>
  );
}

interface TermRowProps {
  readonly term: DenseTerm;
  readonly most: number;
  readonly behind: Behind;
}

function TermRow({ term: { input, value, weight, product }, most, behind }: TermRowProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const share = Math.abs(product) / most;
  const place = { channel: 0, row: 0, col: input };
  return (
    <li>
      <button type="button" class="link" title={behind.nameOf(place)} onClick={() => behind.go(place)}>
        {t('value {0}', input)}
      </button>
      <span class="times">
        {shortNumber(value, 6)} × {bracketed(weight, 7)}
      </span>
      <span class="bar" aria-hidden="true">
        <i
          class={product < 0 ? 'minus' : 'plus'}
          style={{
            width: `${share * 50}%`,
            background: cssOf(facts.palette.value.signed(Math.sign(product) * Math.max(0.35, share))),
          }}
        />
      </span>
      <b>{shortNumber(product, 7)}</b>
    </li>
  );
}
