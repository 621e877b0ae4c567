import { useEffect, useState } from 'preact/hooks';
import { spokenStep, spokenSum } from '../../words/stepWords';
import { useLens } from '../state/lens';
import type { LensFacts } from '../state/lensFacts';
import type { ShownStep } from '../state/shownStep';

const pause = 250;

/** Speaks the last step, once things have come to rest: while the steps play it would never come to its end. */
export function LiveStep() {
  const { facts, model } = useLens();
  const isPlaying = model.playing.value;
  const text = facts.shown.value ? spoken(facts, facts.shown.value) : '';
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isPlaying) return undefined;
    const timer = setTimeout(() => setSaid(text), pause);
    return () => clearTimeout(timer);
  }, [text, isPlaying]);
  return (
    <div class="for-readers" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}

function spoken({ t, plan }: LensFacts, { terms, sum, row, col }: ShownStep): string {
  if (sum === undefined) return '';
  if (terms) return spokenStep(t.value, terms, sum, row, col);
  const { height, width } = plan.value ?? {};
  return spokenSum(t.value, (height?.kernelSize ?? 0) * (width?.kernelSize ?? 0), sum, row, col);
}
