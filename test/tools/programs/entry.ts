export { canRepeat, programIds, programLanguage } from '../../../src/export/program/programKinds';
export { writeProgram } from '../../../src/export/program/writeProgram';
export { workedExamples } from './settings';
