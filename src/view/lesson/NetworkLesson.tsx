import type { TaughtStep } from '../../protocol/lesson';
import { useNetwork } from '../network/state/network';
import { LessonCard } from './LessonCard';

/** The lesson's card above the scenes of a network. */
export function NetworkLesson({ lesson }: { readonly lesson: TaughtStep }) {
  const { facts, actions } = useNetwork();
  return <LessonCard lesson={lesson} t={facts.t.value} act={(act) => actions.post({ type: 'lesson', act })} />;
}
