import type { Side } from '../../session/act';
import type { ReadingTold, ToldLine, ToldReading } from '../../words/readingWords';
import type { Translate } from '../../words/translate';
import { Icon } from '../parts/Icon';
import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';

/** How a matrix was read: what it was taken for, what was doubted, decided and left out, and what else it may be. */
export function ReadingPopover({ side }: { readonly side: Side }) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const operand = model.snapshot.value?.[side];
  if (operand?.reading === undefined) return null;
  const { reading, name } = operand;
  const title = side === 'input' ? t('How the input was read') : t('How the kernel was read');
  return (
    <Popover title={name === undefined ? title : t('How {0} was read', name)}>
      <div class="report">
        <p>{reading.summary}</p>
        <Lines side={side} reading={reading} />
        {reading.readings.length > 0 && <Readings side={side} readings={reading.readings} />}
      </div>
    </Popover>
  );
}

function Lines({ side, reading }: { readonly side: Side; readonly reading: ReadingTold }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const lines = reading.lines.map((line, index) => ({ line, index }));
  return (
    <>
      {(['doubtful', 'decided', 'left-out'] as const).map((kind) => {
        const own = lines.filter(({ line }) => line.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind} class={`notes ${kind}`} aria-label={kindName(t, kind)}>
            <h3>
              {kind === 'doubtful' && <span class="doubt-mark">?</span>}
              {kindName(t, kind)}
            </h3>
            <ul>
              {own.map(({ line, index }) => (
                <Line key={index} side={side} line={line} index={index} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

interface LineProps {
  readonly side: Side;
  readonly line: ToldLine;
  readonly index: number;
}

function Line({ side, line, index }: LineProps) {
  const { facts, actions, model } = useLens();
  const t = facts.t.value;
  const hasSource = model.snapshot.value?.[side].hasSource;
  const label = t('Show in the text: {0}', line.text);
  return (
    <li>
      <span>{line.text}</span>
      {hasSource && line.hasPlace && (
        <button
          type="button"
          class="quiet"
          aria-label={label}
          title={label}
          onClick={() => actions.post({ type: 'reveal-note', side, line: index })}
        >
          <Icon name="source" />
        </button>
      )}
    </li>
  );
}

/** What else fits; the choice stays with the matrix, and undo takes it back. */
function Readings({ side, readings }: { readonly side: Side; readonly readings: readonly ToldReading[] }) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  return (
    <section class="read-as" aria-label={t('Read as …')}>
      <h3>{t('Read as …')}</h3>
      {readings.map(({ as, name, isChosen }) => (
        <button
          key={as}
          type="button"
          aria-pressed={isChosen}
          data-first={isChosen}
          onClick={() => !isChosen && actions.post({ type: 'read-as', side, as })}
        >
          {name}
        </button>
      ))}
    </section>
  );
}

function kindName(t: Translate, kind: ToldLine['kind']): string {
  if (kind === 'doubtful') return t('In doubt');
  return kind === 'decided' ? t('Decided') : t('Left out');
}
