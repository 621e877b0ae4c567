import { useEffect, useState } from 'preact/hooks';
import { spokenStep } from '../../words/stepWords';
import { useLens } from '../state/lens';

const pause = 250;

/** Speaks the last step, once things have come to rest. */
export function LiveStep() {
  const { facts } = useLens();
  const shown = facts.shown.value;
  const text =
    shown?.terms && shown.sum !== undefined
      ? spokenStep(facts.t.value, shown.terms, shown.sum, shown.row, shown.col)
      : '';
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="for-readers" aria-live="polite" aria-atomic="true">
      {spoken}
    </div>
  );
}
