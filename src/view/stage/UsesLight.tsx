import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { outputsUsing } from '../../engine/convolution/outputsUsing';
import { shortNumber } from '../../words/numberText';
import { type Box, boxOf, cellsBox } from '../layout/geometryBox';
import { seenThrough } from '../layout/zoom';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';
import { mostTerms } from '../state/shownStep';
import { type Beam, beamDown, beamRight } from './beams';
import { Frame } from './Frame';
import { Glass } from './Glass';
import { zoomedPlaces } from './stageGeometry';
import type { StageParts } from './stageParts';

interface UsesProps {
  readonly parts: StageParts;
  readonly plan: Conv2dPlan;
  readonly cell: CellAt;
}

/** The optics run backwards: one input cell, fanned out over every output that it feeds. */
export function UsesLight({ parts, plan, cell }: UsesProps) {
  const { layout } = parts;
  const { model } = useLens();
  const places = zoomedPlaces(layout, plan, model.zoom.value);
  const uses = outputsUsing(plan, cell.row, cell.col);
  const inInput = cellsBox(places.input, cell.row + plan.height.before, cell.col + plan.width.before);
  const from = layout.inputMode === 'picture' ? seenThrough(inInput, boxOf(layout.input)) : inInput;
  const rows = uses.map(({ row }) => row);
  const cols = uses.map(({ col }) => col);
  const first = { row: Math.min(...rows), col: Math.min(...cols) };
  const to =
    uses.length === 0
      ? undefined
      : seenThrough(
          cellsBox(
            places.map,
            first.row,
            first.col,
            Math.max(...rows) - first.row + 1,
            Math.max(...cols) - first.col + 1,
          ),
          boxOf(layout.map),
        );
  return (
    <>
      <FanBeams parts={parts} from={from} to={to} />
      <UsesGlass parts={parts} plan={plan} cell={cell} />
      <Frame kind="cell" box={from} />
      {to && <Frame kind="uses" box={to} />}
    </>
  );
}

function FanBeams({
  parts: { layout },
  from,
  to,
}: {
  readonly parts: StageParts;
  readonly from: Box;
  readonly to: Box | undefined;
}) {
  const { glass, input, map, composition } = layout;
  const ring: Box = { x: input.x, y: input.y, width: input.cols * input.cell, height: input.rows * input.cell };
  const isVee = composition === 'vee' || composition === 'line';
  const beams: Beam[] = [
    isVee
      ? beamDown({ ...from, y: ring.y, height: ring.height }, glass, 12)
      : beamRight({ ...from, x: ring.x, width: ring.width }, glass, 12),
  ];
  if (to && !isVee)
    beams.push(beamRight({ ...glass, y: glass.y + 12, height: glass.height - 24 }, { ...to, x: map.x }));
  return (
    <svg class="beams" width={layout.width} height={layout.height} aria-hidden="true">
      {beams.map((beam) => (
        <g key={beam.fill} class="light">
          <path class="fill flat" d={beam.fill} />
          <path class="edge" d={beam.edges} />
        </g>
      ))}
    </svg>
  );
}

/** Each use at the place that it has among the outputs: the kernel turned by half a turn. */
function UsesGlass({ parts, plan, cell }: UsesProps) {
  const { facts } = useLens();
  const kernel = facts.kernel.value;
  const value = facts.input.value?.at(cell.row, cell.col);
  if (value === undefined || kernel === undefined || kernel.rows * kernel.cols > mostTerms) return null;
  const { kernelSize: rows } = plan.height;
  const { kernelSize: cols } = plan.width;
  const places = new Array<Parameters<typeof Glass>[0]['terms'][number]>(rows * cols).fill(undefined);
  for (const { row, col, kernelRow, kernelCol } of outputsUsing(plan, cell.row, cell.col)) {
    const weight = kernel.at(kernelRow, kernelCol) ?? 0;
    const at = plan.flip ? kernelRow * cols + kernelCol : (rows - 1 - kernelRow) * cols + (cols - 1 - kernelCol);
    const title = facts.t.value('for row {0}, column {1} of the map', shortNumber(row), shortNumber(col));
    places[at] = { value, weight, product: value * weight, title };
  }
  return <Glass place={parts.layout.glass} rows={rows} cols={cols} terms={places} fill={parts.fills.signed} />;
}
