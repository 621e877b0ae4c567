import { exampleIds } from '../../session/act';
import { exampleName } from '../../words/fillWords';
import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';
import { CandidateList } from './CandidateList';
import { PatternTools } from './PatternTools';

/** Other inputs: the matrices of the file, the examples of the course, and what cells can be filled with. */
export function InputPopover() {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  return (
    <Popover title={t('Choose an input')}>
      <CandidateList side="input" />
      <PatternTools side="input" />
      <section aria-label={t('Examples of the course')}>
        <h3>{t('Examples of the course')}</h3>
        <div class="tool-row">
          {exampleIds.map((id) => (
            <button
              key={id}
              type="button"
              data-example={id}
              onClick={() => {
                actions.act({ kind: 'use-example', id });
                actions.open(undefined);
              }}
            >
              {exampleName(t, id)}
            </button>
          ))}
        </div>
      </section>
    </Popover>
  );
}
