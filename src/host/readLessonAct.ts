import type { LessonViewAct } from '../protocol/lesson';
import { isRecord } from '../session/readParams';

/** More fields than these no answer has, and none is that long. */
const most = { fields: 4096, characters: 200 };

/** What a view says that the person has done with a lesson; undefined for anything else. */
export function readLessonAct(act: unknown): LessonViewAct | undefined {
  if (!isRecord(act)) return undefined;
  switch (act.kind) {
    case 'reveal':
    case 'next':
    case 'back':
    case 'scene':
    case 'leave':
      return { kind: act.kind };
    case 'answer':
      return areFields(act.fields) ? { kind: 'answer', fields: act.fields } : undefined;
    default:
      return undefined;
  }
}

function areFields(fields: unknown): fields is readonly string[] {
  const isField = (field: unknown) => typeof field === 'string' && field.length <= most.characters;
  return Array.isArray(fields) && fields.length <= most.fields && fields.every(isField);
}
