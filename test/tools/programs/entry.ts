export { canRepeat, programIds, programLanguage } from '../../../src/export/program/programKinds';
export { writeProgram } from '../../../src/export/program/writeProgram';
export { lessonProgram } from './lessonPrograms';
export { workedExamples } from './settings';
