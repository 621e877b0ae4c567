import { useMemo } from 'preact/hooks';
import { outputsUsing } from '../../engine/convolution/outputsUsing';
import { gridName } from '../../words/gridName';
import { shortNumber } from '../../words/numberText';
import type { GridProps, GridWindow } from '../grid/gridView';
import { MatrixGrid } from '../grid/MatrixGrid';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';
import { useCellLook } from './cellLook';
import { Indices } from './Indices';
import { PictureCanvas } from './lazyPicture';
import { zoomedPlaces } from './stageGeometry';
import type { StageParts } from './stageParts';

/** The feature map: as cells, or as a picture with the cells around the step kept as a grid for assistive tools. */
export function MapPart(parts: StageParts) {
  const { facts, model, actions } = useLens();
  const { layout, fills } = parts;
  const { map: place } = layout;
  const shown = facts.shown.value;
  const stepOf = ({ row, col }: CellAt) => row * place.cols + col;
  const hover = (cell: CellAt | undefined) => !model.playing.value && actions.hover(cell && stepOf(cell));
  const pick = (cell: CellAt) => {
    model.playing.value = false;
    actions.goTo(stepOf(cell));
  };
  const plan = facts.plan.value;
  const label = facts.t.value('Picture of the feature map');
  const on = { onHover: hover, onPick: pick };
  if (layout.mapMode === 'picture')
    return (
      <>
        <PictureCanvas
          label={label}
          place={plan ? zoomedPlaces(layout, plan, model.zoom.value).map : place}
          view={place}
          part="output"
          cells={facts.output.value}
          fill={fills.signed}
          onPoint={hover}
          onPick={pick}
        />
        <div class="for-readers">
          <MapGrid {...parts} {...on} place={{ ...place, cell: 20 }} window={around(shown, place.rows, place.cols)} />
        </div>
      </>
    );
  const { rows, cols } = place;
  const [row, col] = shown ? [[shown.row], [shown.col]] : [[], []];
  return (
    <>
      {layout.indices > 0 && (
        <Indices place={place} rows={rows} cols={cols} skipRows={0} skipCols={0} side="right" row={row} col={col} />
      )}
      <MapGrid {...parts} {...on} place={place} window={{ row: 0, col: 0, rows, cols }} />
    </>
  );
}

interface MapGridProps extends StageParts, Pick<GridProps, 'place' | 'window' | 'onHover' | 'onPick'> {}

function MapGrid({ layout, fills, place, window, onHover, onPick }: MapGridProps) {
  const { facts, model } = useLens();
  const look = useCellLook(fills.signed, place.cell, layout.digits.map, facts.output.value);
  const chips = useUseChips(place.cell);
  const shown = facts.shown.value;
  const { rows, cols } = layout.map;
  return (
    <MatrixGrid
      name={gridName(facts.t.value, 'map', undefined, rows, cols)}
      kind="map"
      place={place}
      cells={facts.output.value}
      rows={rows}
      cols={cols}
      window={window}
      look={look}
      selected={shown && { row: shown.row, col: shown.col }}
      reached={model.showWhole.value ? undefined : (shown?.step ?? 0)}
      chips={chips}
      onHover={onHover}
      onPick={onPick}
    />
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
    const text = (weight: number | undefined) =>
      cell >= 40 && weight !== undefined ? `×${shortNumber(weight, 4)}` : '';
    return new Map(
      outputsUsing(plan, uses.row, uses.col).map(({ row, col, kernelRow, kernelCol }) => [
        row * plan.width.outputSize + col,
        text(kernel.at(kernelRow, kernelCol)),
      ]),
    );
  }, [uses, plan, kernel, cell]);
}

function around(at: CellAt | undefined, rows: number, cols: number): GridWindow {
  const size = { rows: Math.min(7, rows), cols: Math.min(7, cols) };
  const from = (place: number, all: number, shown: number) => Math.max(0, Math.min(all - shown, place - 3));
  return { ...size, row: from(at?.row ?? 0, rows, size.rows), col: from(at?.col ?? 0, cols, size.cols) };
}
