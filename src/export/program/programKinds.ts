import { hasNonFinite } from './tolerance';
import type { WorkedExample } from './workedExample';

/** The libraries in whose code a worked example can be written, in the order in which they are offered. */
export const programIds = ['numpy', 'scipy', 'pytorch', 'opencv', 'keras', 'octave'] as const;

export type ProgramId = (typeof programIds)[number];

/** These leave zero weights out, or multiply zeros between the taps: NaN and ∞ then land elsewhere. */
const needFinite: readonly ProgramId[] = ['scipy', 'opencv', 'keras', 'octave'];

/** Whether a form of an example is a program. */
export function isProgram(id: string): id is ProgramId {
  return programIds.some((one) => one === id);
}

/** VS Code's id of the language of a library's programs. */
export function programLanguage(id: ProgramId): 'python' | 'matlab' {
  return id === 'octave' ? 'matlab' : 'python';
}

/** Whether the library gives what the example shows, also where NaN and ∞ are among the numbers. */
export function canRepeat(id: ProgramId, example: WorkedExample): boolean {
  return !needFinite.includes(id) || !hasNonFinite(example);
}
