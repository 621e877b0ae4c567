import type { Operand, Origin } from './operand';
import { isRecord } from './readParams';
import { restoreSession, type SavedSession, saveSession } from './saved';
import type { SessionState } from './state';

/** Names come from strangers, and stand in captions. */
const mostName = 80;

/**
 * The session as JSON for somebody else: with all its numbers, and without the places that they come from, which are
 * nobody else's. Undefined where there are too many numbers to be saved.
 */
export function linkedSession(state: SessionState): SavedSession | undefined {
  const saved = saveSession({ ...state, input: placeless(state.input), kernel: placeless(state.kernel) });
  return saved.input.numbers === undefined || saved.kernel.numbers === undefined ? undefined : saved;
}

/** The session that `linkedSession` made, wherever it has been since; undefined for anything else. */
export function restoreLinked(linked: unknown): SessionState | undefined {
  if (!isRecord(linked)) return undefined;
  const [input, kernel] = [linked.input, linked.kernel].map(withoutPlace);
  // Parameters that are missing are the usual ones, but a session says its numbers.
  return input && kernel && restoreSession({ ...linked, input, kernel });
}

function placeless({ name, tensor, plane, origin, arrangement }: Operand): Operand {
  const kept: Operand = { name, tensor, plane, origin: ownOrigin(origin), written: undefined };
  return arrangement === undefined ? kept : { ...kept, arrangement };
}

/** A place that was slipped in would be read, followed and written to. */
function withoutPlace(operand: unknown): Record<string, unknown> | undefined {
  if (!isRecord(operand) || typeof operand.numbers !== 'string' || !isNumbers(operand.numbers)) return undefined;
  const { name, shape, numbers, plane, origin, arrangement } = operand;
  const isNamed = typeof name === 'string' && name.length <= mostName;
  return { shape, numbers, plane, arrangement, origin: ownOrigin(origin), ...(isNamed && { name }) };
}

function ownOrigin(origin: unknown): Origin {
  const isPreset = isRecord(origin) && origin.kind === 'preset' && typeof origin.id === 'string';
  return isPreset ? { kind: 'preset', id: origin.id as string } : { kind: 'draft' };
}

function isNumbers(text: string): boolean {
  return text.split(' ').every((word) => word === 'NaN' || (word !== '' && !Number.isNaN(Number(word))));
}
