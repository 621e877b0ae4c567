import { useState } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { fillSource, fillValue } from '../../engine/padding/fill';
import { numberText, shortNumber } from '../../words/numberText';
import type { Fill } from '../colour/cellFills';
import { digitInk } from '../colour/contrast';
import { cssOf, mix, type Rgb } from '../colour/rgb';
import type { GridPlace } from '../layout/geometryBox';
import { cellGap } from '../layout/stageLayout';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import { FillArrow } from './FillArrow';

interface RingProps {
  readonly plan: Conv2dPlan;
  readonly input: Cells | undefined;
  /** A window of the padded input, and the unpadded row and column of its first cell. */
  readonly place: GridPlace;
  readonly row: number;
  readonly col: number;
  readonly fill: Fill;
  readonly ground: Rgb;
  readonly room: number;
  readonly fontSize: number;
}

/**
 * The added cells with what they hold, and on hover where it was taken from. They are no part of the input, so
 * assistive tools skip them.
 */
export function PaddingRing(props: RingProps) {
  const { place, plan, row, col, fontSize } = props;
  const { height, width } = plan;
  const [pointed, setPointed] = useState<readonly [number, number] | undefined>(undefined);
  if (height.before + height.after + width.before + width.after === 0) return null;
  const cells = [];
  for (let i = 0; i < place.rows; i++)
    for (let j = 0; j < place.cols; j++)
      if (!isInside(plan, row + i, col + j))
        cells.push(<RingCell key={`${row + i},${col + j}`} {...props} at={[i, j]} onPoint={setPointed} />);
  if (cells.length === 0) return null;
  const source = pointed && sourceOf(plan, row + pointed[0], col + pointed[1]);
  const from = source && ([source[0] - row, source[1] - col] as const);
  return (
    <>
      {pointed && from && isIn(place, from) && <FillArrow place={place} from={from} to={pointed} />}
      <div
        class={isWhole(props) ? 'ring' : 'ring window'}
        aria-hidden="true"
        style={{
          left: `${place.x}px`,
          top: `${place.y}px`,
          width: `${place.cols * place.cell}px`,
          height: `${place.rows * place.cell}px`,
          fontSize: `${fontSize}px`,
          '--c': `${place.cell}px`,
          '--gap': `${cellGap(place.cell)}px`,
        }}
      >
        {cells}
      </div>
    </>
  );
}

function isIn({ rows, cols }: GridPlace, [row, col]: readonly [number, number]): boolean {
  return row >= 0 && row < rows && col >= 0 && col < cols;
}

interface RingCellProps extends RingProps {
  readonly at: readonly [number, number];
  readonly onPoint: (at: readonly [number, number] | undefined) => void;
}

function isWhole({ place, plan }: RingProps): boolean {
  return place.rows === plan.height.paddedSize && place.cols === plan.width.paddedSize;
}

function RingCell({ plan, input, place, row, col, fill, ground, room, at, onPoint }: RingCellProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [i, j] = at;
  const source = sourceOf(plan, row + i, col + j);
  const value = source ? input?.at(source[0], source[1]) : (fillValue(plan.fill) ?? 0);
  const colour = source && value !== undefined ? fill(value) : undefined;
  const faded = colour && mix(ground, colour, 0.45);
  const text = value === undefined ? '' : numberText(value, Math.max(3, room)).text;
  const said = value === undefined ? '…' : shortNumber(value);
  const title = source
    ? t('padding: {0}, taken from row {1}, column {2}', said, source[0], source[1])
    : t('padding: {0}', said);
  return (
    <div
      class={`ring-cell${source ? ' copied' : ''}`}
      title={title}
      onPointerEnter={() => onPoint(at)}
      onPointerLeave={() => onPoint(undefined)}
      data-from-row={source?.[0]}
      data-from-col={source?.[1]}
      style={{
        left: `${j * place.cell}px`,
        top: `${i * place.cell}px`,
        ...(faded && { backgroundColor: cssOf(faded), color: cssOf(digitInk(faded)) }),
      }}
    >
      {room > 0 && text.length <= room + 1 ? text : ''}
    </div>
  );
}

function isInside({ height, width }: Conv2dPlan, row: number, col: number): boolean {
  return row >= 0 && row < height.inputSize && col >= 0 && col < width.inputSize;
}

function sourceOf(
  { fill, height, width }: Conv2dPlan,
  row: number,
  col: number,
): readonly [number, number] | undefined {
  const sourceRow = fillSource(fill, row, height.inputSize);
  const sourceCol = fillSource(fill, col, width.inputSize);
  return sourceRow < 0 || sourceCol < 0 ? undefined : [sourceRow, sourceCol];
}
