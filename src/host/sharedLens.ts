import { type KeptView, readKeptView } from '../protocol/keptView';
import { linkedSession, restoreLinked } from '../session/linkedSession';
import { isRecord } from '../session/readParams';
import type { SessionState } from '../session/state';

/** A session, and how it is shown: what one person sees, for another one. */
export interface SharedLens {
  readonly state: SessionState;
  readonly view: KeptView;
}

/** As text; undefined where there are more numbers than are saved. */
export function writeShared({ state, view }: SharedLens): string | undefined {
  const session = linkedSession(state);
  if (session === undefined) return undefined;
  const { presenting: _, speed: __, ...shown } = view;
  return JSON.stringify({ lens: 1, session, view: shown });
}

/** What `writeShared` wrote, checked like a stranger's; undefined for anything else. */
export function readShared(text: string): SharedLens | undefined {
  const shared = parsed(text);
  if (!isRecord(shared) || shared.lens !== 1) return undefined;
  const state = restoreLinked(shared.session);
  return state && { state, view: readKeptView(shared.view) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A stranger's text is no fault of ours.
    return undefined;
  }
}
