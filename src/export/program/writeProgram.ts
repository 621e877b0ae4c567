import { kerasProgram } from './kerasProgram';
import { numpyProgram } from './numpyProgram';
import { octaveProgram } from './octaveProgram';
import { opencvProgram } from './opencvProgram';
import type { ProgramId } from './programKinds';
import { pytorchProgram } from './pytorchProgram';
import { scipyProgram } from './scipyProgram';
import type { WorkedExample } from './workedExample';

const writers: Readonly<Record<ProgramId, (example: WorkedExample) => string>> = {
  numpy: numpyProgram,
  scipy: scipyProgram,
  pytorch: pytorchProgram,
  opencv: opencvProgram,
  keras: kerasProgram,
  octave: octaveProgram,
};

/** A worked example as a program of a library that repeats it and checks the map. */
export function writeProgram(id: ProgramId, example: WorkedExample): string {
  return writers[id](example);
}
