import { useEffect, useState } from 'preact/hooks';
import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { useNetwork } from '../state/network';

/** Where in a descent the page is, and how it goes on. */
export interface Player {
  readonly step: number;
  readonly isPlaying: boolean;
  readonly go: (step: number) => void;
  readonly toggle: () => void;
}

/** Milliseconds from step to step; without motion slow enough to read each. */
const usualPace = 90;
const stillPace = 1000;

/** Plays a descent from its start; Space plays wherever it presses nothing else, arrows go from step to step. */
export function usePlayer(learned: LearnedAnswer): Player {
  const { model } = useNetwork();
  const { still } = model.theme.value;
  const last = learned.run.steps;
  const [at, setAt] = useState<{ readonly of: LearnedAnswer; readonly step: number }>({ of: learned, step: 0 });
  const [isPlaying, setPlaying] = useState(false);
  const step = at.of === learned ? at.step : 0;
  const within = (to: number) => ({ of: learned, step: Math.max(0, Math.min(last, to)) });
  const go = (to: number) => setAt(within(to));
  // Keys may follow each other faster than the page is drawn.
  const move = (by: 1 | -1) => setAt((known) => within((known.of === learned ? known.step : 0) + by));
  const toggle = () => {
    if (!isPlaying && step === last) go(0);
    setPlaying(!isPlaying);
  };
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (step >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(step + 1), still ? stillPace : usualPace);
    return () => clearTimeout(timer);
  }, [isPlaying, step, last, learned, still]);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const meant = keyMove(event);
      if (meant === undefined) return;
      if (meant === 'play') toggle();
      else move(meant);
      event.preventDefault();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [isPlaying, step, last, learned]);
  return { step, isPlaying, go, toggle };
}

const takesSpace = 'button, select, textarea, input:not([type=range])';
const takesArrows = 'select, textarea, input, [role=gridcell], [role=tab]';

function keyMove({
  key,
  target,
  defaultPrevented,
  altKey,
  ctrlKey,
  metaKey,
}: KeyboardEvent): 'play' | 1 | -1 | undefined {
  if (defaultPrevented || altKey || ctrlKey || metaKey) return undefined;
  const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (key === ' ') return isIn(takesSpace) ? undefined : 'play';
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key] as 1 | -1 | undefined;
  return step === undefined || isIn(takesArrows) ? undefined : step;
}
