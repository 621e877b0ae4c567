import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { SourceCell } from '../../../../src/literals/names/program';
import { resolveName } from '../../../../src/literals/names/resolveName';

interface Case {
  readonly program: string;
  readonly shape: readonly number[];
  /** The doubles in row-major order, byte for byte. */
  readonly hex: string;
}

const { maker, cases }: { readonly maker: string; readonly cases: readonly Case[] } = JSON.parse(
  readFileSync('test/fixtures/random.json', 'utf8'),
);

/** What `x` stands for behind the last cell. */
function xAfter(...programs: readonly string[]) {
  const cells: SourceCell[] = [...programs, 'x'].map((text) => ({ text, languageId: 'python' }));
  return resolveName('x', cells, cells.length - 1, 1);
}

function hexOf(data: Float64Array): string {
  const bytes = Buffer.alloc(data.length * 8);
  for (const [index, value] of data.entries()) bytes.writeDoubleBE(value, index * 8);
  return bytes.toString('hex');
}

describe('random arrays', () => {
  for (const { program, shape, hex } of cases) {
    it(`${JSON.stringify(program)}: as ${maker} draw them, bit for bit`, () => {
      const found = xAfter(program);
      assert.ok('literal' in found, JSON.stringify(found));
      assert.deepEqual(found.literal.shape, shape);
      assert.equal(hexOf(found.literal.data), hex);
      assert.equal(found.literal.computed, true);
    });
  }

  it('are drawn through the cells of a notebook', () => {
    const { hex } = cases.find(({ program }) => program.startsWith('np.random.seed(1)\ny = np.random.randn(3)\nx'))!;
    const found = xAfter('np.random.seed(1)', 'y = np.random.randn(3)', 'x = np.random.randn(2, 2)');
    assert.ok('literal' in found);
    assert.equal(hexOf(found.literal.data), hex);
    assert.equal(found.cellIndex, 2);
  });

  it('name the generator and the seed', () => {
    const found = xAfter('rng = np.random.default_rng(7)\nx = rng.random(3)');
    assert.ok('literal' in found);
    const seeded = found.literal.notes?.find(({ note }) => note === 'seeded');
    assert.deepEqual(seeded?.details, { found: 'default_rng.random', seed: 7 });
  });

  const refused: readonly (readonly [string, string, number])[] = [
    ['x = np.random.rand(3)', 'unseeded', 1],
    ['np.random.seed()\nx = np.random.rand(3)', 'drawn-between', 1],
    ['np.random.seed(time())\nx = np.random.rand(3)', 'drawn-between', 1],
    ['np.random.seed(0)\nf()\nx = np.random.rand(3)', 'drawn-between', 2],
    ['np.random.seed(0)\nnp.random.shuffle(a)\nx = np.random.rand(3)', 'drawn-between', 2],
    ['np.random.seed(0)\nfor i in y:\n    np.random.rand()\nx = np.random.rand(3)', 'drawn-between', 3],
    ['np.random.seed(0)\ny = np.random.rand(n)\nx = np.random.rand(3)', 'drawn-between', 2],
    ['np.random.seed(0)\na, b = train_test_split(c)\nx = np.random.rand(3)', 'drawn-between', 2],
    ['np.random.seed(0)\nx = [np.random.rand(2) for i in y]', 'not-reproduced', 2],
    ['np.random.seed(0)\nx = np.random.beta(1, 2, 3)', 'not-reproduced', 2],
    ['rng = np.random.default_rng(0)\nx = rng.normal(size=3)', 'not-reproduced', 2],
    ['rng = np.random.default_rng(0)\nx = rng.standard_normal(3)', 'not-reproduced', 2],
    ['rng = np.random.default_rng(0)\nf(rng)\nx = rng.random(3)', 'drawn-between', 2],
    ['rng = np.random.default_rng(0)\nother = rng\nother.random()\nx = rng.random(3)', 'drawn-between', 3],
    ['rng = np.random.default_rng(0)\nrng.shuffle(a)\nx = rng.random(3)', 'drawn-between', 2],
    ['if a:\n    np.random.seed(0)\nx = np.random.rand(3)', 'drawn-between', 2],
    ['torch.manual_seed(0)\nx = torch.randn(3)', 'not-reproduced', 2],
    ['torch.manual_seed(0)\nnet = nn.Linear(2, 2)\nx = torch.rand(3)', 'drawn-between', 2],
  ];
  for (const [program, reason, line] of refused) {
    it(`${JSON.stringify(program)}: refused, ${reason}, line ${line}`, () => {
      const found = xAfter(program);
      assert.ok('problem' in found, JSON.stringify(found));
      assert.equal(found.problem.details.reason, reason);
      assert.equal(found.problem.details.line, line);
    });
  }
});
