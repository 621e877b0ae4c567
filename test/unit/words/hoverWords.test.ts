import assert from 'node:assert/strict';
import { hoverText } from '../../../src/words/hoverWords';
import { translator } from '../../../src/words/translate';

const t = translator({});

function hover(rows: number, cols: number, data = new Float64Array(rows * cols)) {
  const kernels = [
    [3, 3],
    [5, 5],
  ] as const;
  return hoverText(t, { shape: [rows, cols], data, rows, cols, kernels });
}

describe('hoverText(t, facts)', () => {
  it('says shape and range', () => {
    assert.equal(hover(2, 2, Float64Array.of(-4, 0.5, 2, 1)).headline, '2 × 2, −4 to 2');
  });

  it('has the sizes of mission rows S4 to S7 with their numbers put in', () => {
    const { table } = hover(28, 28);
    assert.match(table, /\*\*26 × 26\*\* · 28 − 3 \+ 1 = 26/);
    const small = hover(5, 5).table.split('\n');
    assert.match(small[2] ?? '', /valid, stride 1 \| \*\*3 × 3\*\* · 5 − 3 \+ 1 = 3 /);
    assert.match(small[3] ?? '', /valid, stride 2 \| \*\*2 × 2\*\* · \(5 − 3\) \/ 2 \+ 1 = 2 /);
    assert.match(small[4] ?? '', /same, stride 1 \| \*\*5 × 5\*\* · 5 − 3 \+ 2·1 \+ 1 = 5 /);
  });

  it('gives both axes where they differ', () => {
    assert.match(hover(5, 7).table, /\*\*3 × 5\*\* · 5 − 3 \+ 1 = 3, 7 − 3 \+ 1 = 5/);
  });

  it('has a dash where the kernel does not fit', () => {
    assert.match(hover(2, 2).table.split('\n')[2] ?? '', /valid, stride 1 \| — \| — \|/);
  });

  it('keeps to what is finite for the range', () => {
    assert.equal(hover(1, 2, Float64Array.of(Number.NaN, 3)).headline, '1 × 2, 3 to 3');
    assert.equal(hover(1, 1, Float64Array.of(Number.NaN)).headline, '1 × 1, no finite number');
  });
});
