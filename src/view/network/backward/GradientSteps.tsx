import type { StageShape } from '../../../engine/network/networkStage';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import type { GradientSum } from '../../../session/network/backwardAnswer';
import { bracketed, countText, shortNumber } from '../../../words/numberText';
import type { Translate } from '../../../words/translate';
import { useNetwork } from '../state/network';

interface GradientStepsProps {
  readonly name: string;
  /** What the factors are. */
  readonly how: string;
  readonly sum: GradientSum;
  /** The letter of what the factors are part of, and its shape. */
  readonly of: 'x' | 'w';
  readonly outputShape: StageShape;
  readonly factorShape: StageShape;
}

/** `[channel, row, column]`, or the place in a row. */
function placeText(shape: StageShape, { channel, row, col }: ValuePlace): string {
  return shape.length === 1 ? `[${col}]` : `[${channel}, ${row}, ${col}]`;
}

/** The terms of one number of a gradient, the largest first, and what they add up to. */
export function GradientSteps({
  name,
  how,
  sum: { largest, count, rest, sum },
  of,
  outputShape,
  factorShape,
}: GradientStepsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const others = count - largest.length;
  return (
    <section class="steps-of" aria-label={name}>
      <h2>
        <b>{name}</b> = <b class="rate">{shortNumber(sum, 8)}</b> <span class="how">{how}</span>
      </h2>
      {count === 0 ? (
        <p class="say">{t('Nothing comes back here: no output depends on it.')}</p>
      ) : (
        <ol class="gradient-terms">
          {largest.map(({ gradient, at, factor, of: place, product }) => (
            <li key={`${at.channel} ${at.row} ${at.col}`}>
              <span>
                dL/dY{placeText(outputShape, at)}
                {place && ` · ${of}${placeText(factorShape, place)}`}
              </span>
              <span>
                {shortNumber(gradient, 8)} × {bracketed(factor, 8)}
              </span>
              <b>{shortNumber(product, 8)}</b>
            </li>
          ))}
          {others > 0 && (
            <li class="others">
              <span>{othersText(t, { others, rest, isAll: largest.length === 0 })}</span>
              <span />
              <b>{shortNumber(rest + 0, 8)}</b>
            </li>
          )}
          <li class="all">
            <span>{t('together')}</span>
            <span />
            <b>{shortNumber(sum, 8)}</b>
          </li>
        </ol>
      )}
      <p class="for-readers" role="status">
        {t('{0} is {1}, the sum of {2} products', name, shortNumber(sum, 8), countText(count))}
      </p>
    </section>
  );
}

interface Others {
  readonly others: number;
  readonly rest: number;
  readonly isAll: boolean;
}

function othersText(t: Translate, { others, rest, isAll }: Others): string {
  if (rest !== 0) return t('{0} other products', countText(others));
  return isAll ? t('{0} products, all 0', countText(others)) : t('{0} other products, all 0', countText(others));
}
