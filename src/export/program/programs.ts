import { kerasProgram } from './kerasProgram';
import { numpyProgram } from './numpyProgram';
import { octaveProgram } from './octaveProgram';
import { opencvProgram } from './opencvProgram';
import { pytorchProgram } from './pytorchProgram';
import { scipyProgram } from './scipyProgram';
import { hasNonFinite } from './tolerance';
import type { WorkedExample } from './workedExample';

export type ProgramId = 'numpy' | 'scipy' | 'pytorch' | 'opencv' | 'keras' | 'octave';

/** A library in whose code a worked example can be written. */
export interface ProgramKind {
  readonly id: ProgramId;
  /** VS Code's id of the language. */
  readonly languageId: 'python' | 'matlab';
  readonly write: (example: WorkedExample) => string;
  /** The library leaves zero weights out, or multiplies zeros between the taps: NaN and ∞ then land elsewhere. */
  readonly needsFinite: boolean;
}

/** Every library, in the order in which they are offered. */
export const programs: readonly ProgramKind[] = [
  { id: 'numpy', languageId: 'python', write: numpyProgram, needsFinite: false },
  { id: 'scipy', languageId: 'python', write: scipyProgram, needsFinite: true },
  { id: 'pytorch', languageId: 'python', write: pytorchProgram, needsFinite: false },
  { id: 'opencv', languageId: 'python', write: opencvProgram, needsFinite: true },
  { id: 'keras', languageId: 'python', write: kerasProgram, needsFinite: true },
  { id: 'octave', languageId: 'matlab', write: octaveProgram, needsFinite: true },
];

/** Whether the library gives what the example shows, also where NaN and ∞ are among the numbers. */
export function canRepeat({ needsFinite }: ProgramKind, example: WorkedExample): boolean {
  return !needsFinite || !hasNonFinite(example);
}
