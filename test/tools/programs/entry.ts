export { canRepeat, programs } from '../../../src/export/program/programs';
export { workedExamples } from './settings';
