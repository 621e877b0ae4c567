export { readMatrices } from '../../src/literals/readMatrices';
