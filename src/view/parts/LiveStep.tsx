import { useEffect, useState } from 'preact/hooks';
import { spokenStep } from '../../words/stepWords';
import { useLens } from '../state/lens';

const pause = 250;

/** Speaks the last step, once things have come to rest: while the steps play it would never come to its end. */
export function LiveStep() {
  const { facts, model } = useLens();
  const isPlaying = model.playing.value;
  const shown = facts.shown.value;
  const text =
    shown?.terms && shown.sum !== undefined
      ? spokenStep(facts.t.value, shown.terms, shown.sum, shown.row, shown.col)
      : '';
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (isPlaying) return undefined;
    const timer = setTimeout(() => setSpoken(text), pause);
    return () => clearTimeout(timer);
  }, [text, isPlaying]);
  return (
    <div class="for-readers" aria-live="polite" aria-atomic="true">
      {spoken}
    </div>
  );
}
