import { useMemo } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { useCounts } from '../../engine/convolution/useCounts';
import { gridName } from '../../words/gridName';
import { unreadCells } from '../../words/unreadCells';
import type { Fill } from '../colour/cellFills';
import type { cssOf } from '../colour/rgb';
import { MatrixGrid } from '../grid/MatrixGrid';
import type { GridPlace } from '../layout/geometryBox';
import { lazy } from '../parts/lazy';
import { useLens } from '../state/lens';
import { useInputLook } from './cellLook';
import { Indices } from './Indices';
import { PictureCanvas } from './lazyPicture';
import { stageGeometry, zoomedPlaces } from './stageGeometry';
import type { StageParts } from './stageParts';
import { stepAtInput } from './stepAtInput';

const PaddingRing = lazy(() => import('./PaddingRing').then((module) => module.PaddingRing));

/** The input with its padding: as cells, or as a picture with the neighbourhood of the patch as cells. */
export function InputPart(parts: StageParts) {
  const { facts, model } = useLens();
  const { layout, fills } = parts;
  const plan = facts.plan.value;
  const shown = facts.shown.value;
  const before = { row: -(plan?.height.before ?? 0), col: -(plan?.width.before ?? 0) };
  if (layout.inputMode === 'cells' && layout.near === undefined)
    return <InputCells {...parts} place={layout.input} {...before} fill={fills.input} withIndices />;
  const near = plan && shown ? stageGeometry(layout, plan, shown, model.zoom.value).near : undefined;
  return (
    <>
      <InputPicture {...parts} />
      {near && (
        <>
          <div class="lens-back" style={backOf(near.place)} />
          <InputCells {...parts} place={near.place} row={near.row} col={near.col} fill={fills.picture} />
        </>
      )}
    </>
  );
}

function InputPicture({ layout, fills }: StageParts) {
  const { facts, actions, model } = useLens();
  const plan = facts.plan.value;
  const input = plan ? zoomedPlaces(layout, plan, model.zoom.value).input : layout.input;
  const inner: GridPlace = plan
    ? {
        ...input,
        x: input.x + plan.width.before * input.cell,
        y: input.y + plan.height.before * input.cell,
        rows: plan.height.inputSize,
        cols: plan.width.inputSize,
      }
    : input;
  return (
    <PictureCanvas
      label={facts.t.value('Picture of the input')}
      place={inner}
      view={layout.input}
      part="input"
      cells={facts.input.value}
      fill={fills.picture}
      onPoint={(cell) => !model.playing.value && actions.hover(cell && plan && stepAtInput(plan, cell))}
      onPick={(cell) => plan && actions.goTo(stepAtInput(plan, cell))}
    />
  );
}

interface InputCellsProps extends StageParts {
  readonly place: GridPlace;
  /** Unpadded row and column of the place's first cell. */
  readonly row: number;
  readonly col: number;
  readonly fill: Fill;
  readonly withIndices?: boolean;
}

function InputCells(props: InputCellsProps) {
  const { place, row, col, layout } = props;
  const { facts, model, actions } = useLens();
  const snapshot = model.snapshot.value;
  const plan = facts.plan.value;
  const shown = facts.shown.value;
  const looks = useInputLooks(props, plan);
  if (snapshot === undefined) return null;
  const { rows, cols, name } = snapshot.input;
  const window = windowOf(props, rows, cols);
  const grid = {
    x: place.x + (window.col - col) * place.cell,
    y: place.y + (window.row - row) * place.cell,
    cell: place.cell,
    rows: window.rows,
    cols: window.cols,
  };
  return (
    <>
      {plan && (
        <PaddingRing
          plan={plan}
          input={facts.input.value}
          place={place}
          row={row}
          col={col}
          fill={looks.look.outside ?? looks.look.fill}
          ground={props.ground}
          room={looks.look.hidesNumbers ? 0 : looks.look.room}
          fontSize={looks.look.fontSize}
        />
      )}
      {props.withIndices && layout.indices > 0 && (
        <Indices
          place={place}
          rows={rows}
          cols={cols}
          skipRows={-row}
          skipCols={-col}
          side="left"
          row={shown?.rows ?? []}
          col={shown?.cols ?? []}
          offset={0}
        />
      )}
      <MatrixGrid
        name={gridName(facts.t.value, 'input', name, rows, cols)}
        kind="input"
        place={grid}
        cells={facts.input.value}
        rows={rows}
        cols={cols}
        window={window}
        look={looks.look}
        patch={looks.patch}
        unread={looks.unread}
        counts={looks.counts}
        marked={model.caret.value.input}
        onGo={(cell, by) => actions.goToCell('input', cell, by)}
        onHover={(cell) => !model.playing.value && actions.showUsesOf(cell)}
        onFocusCell={(cell) => !model.playing.value && actions.showUsesOf(cell)}
      />
    </>
  );
}

function useInputLooks({ place, fill, layout, ground }: InputCellsProps, plan: Conv2dPlan | undefined) {
  const { facts, model } = useLens();
  const shown = facts.shown.value;
  const { palette } = facts;
  const look = useInputLook(fill, place.cell, layout.digits.input, ground, facts.input.value);
  const patchCols = useMemo(() => shown?.cols ?? [], [shown?.col, plan]);
  const unread = useUnread(plan);
  const showUses = model.showUses.value;
  const counts = useMemo(
    () => (showUses && plan ? usesLayer(plan, palette.value.uses) : undefined),
    [showUses, plan, palette.value],
  );
  const patch = shown && model.usesOf.value === undefined ? { rows: shown.rows, cols: patchCols } : undefined;
  return { look, patch, unread, counts };
}

/** Rows and columns that no patch reads; the same as long as they are, so that the cells are left alone. */
function useUnread(plan: Conv2dPlan | undefined) {
  const [rows, cols] = useMemo(() => (plan ? [unreadCells(plan.height), unreadCells(plan.width)] : [[], []]), [plan]);
  return useMemo(() => ({ rows: new Set(rows), cols: new Set(cols) }), [rows.join(), cols.join()]);
}

function usesLayer(plan: Conv2dPlan, ramp: (share: number) => Parameters<typeof cssOf>[0]) {
  const { data } = useCounts(plan);
  const most = data.reduce((a, b) => Math.max(a, b), 1);
  return {
    of: (row: number, col: number) => data[row * plan.width.inputSize + col] ?? 0,
    fill: (count: number) => (count === 0 ? undefined : ramp(most === 1 ? 0.6 : (count - 1) / (most - 1))),
  };
}

function windowOf({ place, row, col }: InputCellsProps, rows: number, cols: number) {
  const fromRow = Math.max(0, row);
  const fromCol = Math.max(0, col);
  return {
    row: fromRow,
    col: fromCol,
    rows: Math.max(0, Math.min(rows, row + place.rows) - fromRow),
    cols: Math.max(0, Math.min(cols, col + place.cols) - fromCol),
  };
}

function backOf({ x, y, cell, rows, cols }: GridPlace) {
  return { left: `${x - 10}px`, top: `${y - 10}px`, width: `${cols * cell + 20}px`, height: `${rows * cell + 20}px` };
}
