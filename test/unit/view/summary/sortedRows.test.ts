import assert from 'node:assert/strict';
import { readSummaryOrder } from '../../../../src/view/summary/readSummaryOrder';
import { sortedRows } from '../../../../src/view/summary/sortedRows';
import { summaryMarkdown } from '../../../../src/words/modelSummaryWords';

const row = (place: number, name: string, count: number | undefined) => ({
  place,
  cells: [
    { text: name, order: name },
    { text: count === undefined ? '?' : String(count), order: count },
  ],
  isRefused: false,
});
const rows = [row(0, 'nn.ReLU', 0), row(1, 'nn.Conv2d', 90), row(2, 'F.pad', undefined), row(3, 'nn.Linear', 90)];
const places = (column: number, isDown: boolean) => sortedRows(rows, { column, isDown }).map(({ place }) => place);

describe('the rows of a summary', () => {
  it('stand in the order of the model, or of a column; what is not known stands last', () => {
    assert.deepEqual(sortedRows(rows, undefined), rows);
    assert.deepEqual(places(1, true), [1, 3, 0, 2]);
    assert.deepEqual(places(1, false), [0, 1, 3, 2]);
    assert.deepEqual(places(0, false), [2, 1, 3, 0]);
  });

  it('are copied as Markdown, in the order in which they are shown', () => {
    const columns = [
      { title: 'Layer', isNumber: false },
      { title: 'Parameters', isNumber: true },
    ];
    const totals = [
      { text: '4 layers', order: 4 },
      { text: '180', order: 180 },
    ];
    assert.equal(
      summaryMarkdown(columns, [row(1, 'a|b', 90)], totals),
      '| Layer | Parameters |\n| :-- | --: |\n| a\\|b | 90 |\n| **4 layers** | **180** |',
    );
  });

  it('are sorted as they were when the view comes back', () => {
    assert.deepEqual(readSummaryOrder({ version: 1, order: { column: 4, isDown: true } }), { column: 4, isDown: true });
    for (const saved of [undefined, null, {}, { order: 3 }, { order: { column: '4', isDown: true } }])
      assert.equal(readSummaryOrder(saved), undefined);
  });
});
