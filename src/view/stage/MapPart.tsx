import { useMemo } from 'preact/hooks';
import { outputsUsing } from '../../engine/outputsUsing';
import { gridName } from '../../words/gridName';
import { shortNumber } from '../../words/numberText';
import { MatrixGrid } from '../grid/MatrixGrid';
import { digitSize, roomFor } from '../layout/stageLayout';
import { useLens } from '../state/lens';
import { Indices } from './Indices';
import { PictureCanvas } from './PictureCanvas';
import type { StageParts } from './stageParts';

/** The feature map: as cells, or as a picture with the cells around the step kept as a grid for assistive tools. */
export function MapPart({ layout, fills }: StageParts) {
  const { facts, model, actions } = useLens();
  const { map: place } = layout;
  const fontSize = digitSize(place.cell, layout.digits.map);
  const look = useMemo(
    () => ({ fill: fills.signed, fontSize, room: roomFor(place.cell, fontSize, layout.digits.map) }),
    [fills, place.cell],
  );
  const chips = useUseChips(place.cell);
  const shown = facts.shown.value;
  const { rows, cols } = place;
  const isPicture = layout.mapMode === 'picture';
  const window = isPicture ? around(shown?.row ?? 0, shown?.col ?? 0, rows, cols) : { row: 0, col: 0, rows, cols };
  const stepOf = ({ row, col }: { readonly row: number; readonly col: number }) => row * cols + col;
  const hover = (cell: { readonly row: number; readonly col: number } | undefined) =>
    !model.playing.value && actions.hover(cell && stepOf(cell));
  const pick = (cell: { readonly row: number; readonly col: number }) => pickStep(stepOf(cell));
  const pickStep = (step: number) => {
    model.playing.value = false;
    actions.goTo(step);
  };
  const grid = (
    <MatrixGrid
      name={gridName(facts.t.value, 'map', undefined, rows, cols)}
      kind="map"
      place={isPicture ? { ...place, cell: 20 } : place}
      matrix={facts.output.value}
      rows={rows}
      cols={cols}
      window={window}
      look={look}
      selected={shown && { row: shown.row, col: shown.col }}
      reached={model.showWhole.value ? undefined : (shown?.step ?? 0)}
      chips={chips}
      onHover={hover}
      onPick={pick}
    />
  );
  if (isPicture)
    return (
      <>
        <PictureCanvas
          label={facts.t.value('Picture of the feature map')}
          place={place}
          matrix={facts.output.value}
          fill={fills.signed}
          onPoint={hover}
          onPick={pick}
        />
        <div class="for-readers">{grid}</div>
      </>
    );
  return (
    <>
      {layout.indices > 0 && (
        <Indices
          place={place}
          rows={rows}
          cols={cols}
          skipRows={0}
          skipCols={0}
          side="right"
          row={shown ? [shown.row] : []}
          col={shown ? [shown.col] : []}
        />
      )}
      {grid}
    </>
  );
}

/** With an input cell looked at: the weight that it has in each output that it feeds. */
function useUseChips(cell: number): ReadonlyMap<number, string> | undefined {
  const { facts, model } = useLens();
  const uses = model.usesOf.value;
  const plan = facts.plan.value;
  const kernel = facts.kernel.value;
  return useMemo(() => {
    if (uses === undefined || plan === undefined || kernel === undefined) return undefined;
    const weightOf = (row: number, col: number) => kernel.data[row * plan.width.kernelSize + col] ?? 0;
    const text = (weight: number) => (cell >= 40 ? `×${shortNumber(weight, 4)}` : '');
    return new Map(
      outputsUsing(plan, uses.row, uses.col).map(({ row, col, kernelRow, kernelCol }) => [
        row * plan.width.outputSize + col,
        text(weightOf(kernelRow, kernelCol)),
      ]),
    );
  }, [uses, plan, kernel, cell]);
}

function around(row: number, col: number, rows: number, cols: number) {
  const size = { rows: Math.min(7, rows), cols: Math.min(7, cols) };
  return {
    ...size,
    row: Math.max(0, Math.min(rows - size.rows, row - 3)),
    col: Math.max(0, Math.min(cols - size.cols, col - 3)),
  };
}
