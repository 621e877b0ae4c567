export { readMatrices } from '../../src/literals/readMatrices';
export { languages, mutatedText, randomFrom, somePieces } from '../unit/literals/anyText';
