import type { ShiftAnswer } from '../../../session/network/shiftAnswer';
import { countText, shortNumber } from '../../../words/numberText';
import { TableRoom } from '../parts/TableRoom';
import { useNetwork } from '../state/network';

interface ScoresMovedProps {
  readonly scores: NonNullable<ShiftAnswer['scores']>;
  readonly name: string;
}

/** Longer rows show their largest values alone. */
const mostShown = 10;

/** The last row before and after: the answer may stay while its numbers change. */
export function ScoresMoved({ scores: { before, after }, name }: ScoresMovedProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const [first, second] = [largestAt(before), largestAt(after)];
  const shown = [...before.keys()]
    .toSorted((one, other) => before[other]! - before[one]!)
    .slice(0, mostShown)
    .toSorted((one, other) => one - other);
  const most = before.reduce((largest, value, at) => Math.max(largest, Math.abs(value - after[at]!)), 0);
  return (
    <section class="scores-moved" aria-label={t('Final scores')}>
      <h2>
        <b>{name}</b> {t('before and after')}
      </h2>
      <p>
        {first === second
          ? t('The largest is still value {0}; the numbers change by up to {1}.', first, shortNumber(most, 4))
          : t(
              'The largest was value {0} and is now value {1}; the numbers change by up to {2}.',
              first,
              second,
              shortNumber(most, 4),
            )}
      </p>
      <TableRoom label={t('Values before and after')}>
        <table>
          <tbody>
            <tr>
              <th scope="row">{t('value')}</th>
              {shown.map((at) => (
                <th scope="col" key={at}>
                  {countText(at)}
                </th>
              ))}
            </tr>
            <Row name={t('before')} values={before} shown={shown} largest={first} />
            <Row name={t('after')} values={after} shown={shown} largest={second} />
          </tbody>
        </table>
      </TableRoom>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly values: Float64Array;
  readonly shown: readonly number[];
  readonly largest: number;
}

function Row({ name, values, shown, largest }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {shown.map((at) => (
        <td key={at}>{at === largest ? <b>{shortNumber(values[at]!, 6)}</b> : shortNumber(values[at]!, 6)}</td>
      ))}
    </tr>
  );
}

function largestAt(values: Float64Array): number {
  return values.reduce((best, value, at) => (value > values[best]! ? at : best), 0);
}
