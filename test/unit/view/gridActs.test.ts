import assert from 'node:assert/strict';
import type { FromView } from '../../../src/protocol/lens';
import type { Act } from '../../../src/session/act';
import { gridActs } from '../../../src/view/grid/gridActs';
import type { GridProps } from '../../../src/view/grid/gridView';
import type { LensActions } from '../../../src/view/state/lensActions';

/** The acts of a grid of 3 × 3 cells, and what they ask for. */
function grid(kind: GridProps['kind'], isTurned = false) {
  const asked: (FromView | Act)[] = [];
  const actions = {
    act: (act: Act) => asked.push(act),
    post: (message: FromView) => asked.push(message),
  } as unknown as LensActions;
  const toOwn: GridProps['toOwn'] = isTurned ? ({ row, col }) => ({ row: 2 - row, col: 2 - col }) : undefined;
  return { asked, acts: gridActs({ kind, toOwn } as GridProps, actions) };
}

const block = { row: 0, col: 1, rows: 2, cols: 1 };

describe('gridActs(props, actions)', () => {
  it('copies a block of any matrix, or the whole', () => {
    const { acts, asked } = grid('map');
    acts.copy(block);
    acts.copy(undefined);
    assert.deepEqual(asked, [
      { type: 'copy', role: 'output', window: block },
      { type: 'copy', role: 'output' },
    ]);
  });

  it('asks for the cells of the kernel itself where it is shown turned', () => {
    const { acts, asked } = grid('kernel', true);
    const own = { row: 1, col: 1, rows: 2, cols: 1 };
    acts.paste(block);
    acts.clear(block);
    acts.tryOut({ row: 0, col: 0 }, 7);
    assert.deepEqual(asked, [
      { type: 'paste', side: 'kernel', window: own },
      { kind: 'edit-block', side: 'kernel', ...own, values: [0, 0] },
      { type: 'try-cell', side: 'kernel', row: 2, col: 2, value: 7 },
    ]);
  });

  it('changes nothing of a map', () => {
    const { acts, asked } = grid('map');
    acts.paste(block);
    acts.clear(block);
    acts.commit({ row: 0, col: 0 }, 1);
    acts.tryOut({ row: 0, col: 0 }, 1);
    assert.equal(acts.isEditable, false);
    assert.deepEqual(asked, []);
  });
});
