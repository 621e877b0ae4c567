import { gridName } from '../../words/gridName';
import { MatrixGrid } from '../grid/MatrixGrid';
import { mostCells } from '../layout/layoutStage';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';
import { useCellLook } from './cellLook';
import { PictureCanvas } from './lazyPicture';
import type { StageParts } from './stageParts';

/** The kernel as it is laid on the input; turned by 180° where it is flipped. */
export function KernelPart({ layout, fills }: StageParts) {
  const { facts, model, actions } = useLens();
  const { kernel: place } = layout;
  const look = useCellLook(fills.kernel, place.cell, layout.digits.kernel);
  const snapshot = model.snapshot.value;
  if (snapshot === undefined) return null;
  const { rows, cols, name } = snapshot.kernel;
  if (rows * cols > mostCells)
    return (
      <PictureCanvas
        label={facts.t.value('Picture of the kernel')}
        place={place}
        view={place}
        part="kernel"
        cells={facts.weights.value}
        fill={fills.kernel}
        onPoint={undefined}
        onPick={undefined}
      />
    );
  const own = ({ row, col }: CellAt) =>
    snapshot.params.flip ? { row: rows - 1 - row, col: cols - 1 - col } : { row, col };
  const marked = model.caret.value.kernel;
  return (
    <MatrixGrid
      name={gridName(facts.t.value, 'kernel', name, rows, cols)}
      kind="kernel"
      place={place}
      cells={facts.weights.value}
      rows={rows}
      cols={cols}
      window={{ row: 0, col: 0, rows, cols }}
      look={look}
      marked={marked && own(marked)}
      onGo={(cell, by) => actions.goToCell('kernel', own(cell), by)}
      toOwn={own}
    />
  );
}
