import { useState } from 'preact/hooks';
import { type Pattern, plainPatterns } from '../../engine/patterns/pattern';
import { mostWholeCells } from '../../protocol/lens';
import type { Side } from '../../session/act';
import { patternWords } from '../../words/fillWords';
import { SizeFields } from '../parts/SizeFields';
import { Stepper } from '../parts/Stepper';
import { useLens } from '../state/lens';

const mostSeed = 999_999;

/** Fills the cells of a matrix with random numbers or a pattern, and gives it another size. */
export function PatternTools({ side }: { readonly side: Side }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const [seed, setSeed] = useState(0);
  const operand = model.snapshot.value?.[side];
  if (operand === undefined || operand.rows * operand.cols > mostWholeCells) return null;
  const fill = (pattern: Pattern) => actions.act({ kind: 'use-pattern', side, pattern });
  const draw = (next: number) => {
    setSeed(next);
    fill({ kind: 'random', seed: next });
  };
  return (
    <section aria-label={t('Fill the cells')}>
      <h3>{t('Fill the cells')}</h3>
      <div class="tool-row">
        {plainPatterns.map((kind) => {
          const { name, does } = patternWords(t, kind);
          return (
            <button key={kind} type="button" title={does} data-pattern={kind} onClick={() => fill({ kind })}>
              {name}
            </button>
          );
        })}
        <span class="tool-pair">
          <button
            type="button"
            data-pattern="random"
            title={t('Whole numbers from 0 to 9: those of NumPy’s default_rng({0}).integers(0, 10, …)', seed)}
            onClick={() => draw(seed)}
          >
            {t('Random')}
          </button>
          {t('seed')}
          <Stepper label={t('Seed')} value={seed} min={0} max={mostSeed} onChange={draw} />
        </span>
        <SizeFields side={side} />
      </div>
    </section>
  );
}
