import { useLayoutEffect } from 'preact/hooks';
import type { ShownLesson } from '../../protocol/lesson';
import { useLens } from '../state/lens';
import { LessonCard } from './LessonCard';

/** The lesson's card in the lens, which is brought to the place and the look of the step's scene. */
export function LensLesson({ lesson }: { readonly lesson: ShownLesson }) {
  const { facts, model, actions } = useLens();
  const { subject, at, show } = lesson;
  const width = facts.plan.value?.width.outputSize;
  const isShown = model.snapshot.value?.subject === subject && width !== undefined;
  useLayoutEffect(() => {
    if (!isShown) return;
    if (at) actions.goTo(at[0] * width + at[1]);
    model.showWhole.value = show.includes('whole-map');
    model.showUses.value = show.includes('uses');
    actions.set({ asRows: show.includes('rows') });
  }, [subject, isShown]);
  return <LessonCard lesson={lesson} t={facts.t.value} act={(act) => actions.post({ type: 'lesson', act })} />;
}
