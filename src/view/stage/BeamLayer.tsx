import { cssOf, type Rgb } from '../colour/rgb';
import { type Box, boxOf } from '../layout/geometryBox';
import type { StageLayout } from '../layout/stageLayout';
import { type Beam, beamDown, beamFromDisc, beamLeft, beamRight } from './beams';
import type { StageGeometry } from './stageGeometry';

interface BeamLayerProps {
  readonly layout: StageLayout;
  readonly geometry: StageGeometry;
  readonly sum: Rgb | undefined;
}

/** The light of a step: patch to lens, kernel to lens, sum to map. It runs in the gaps between cells, never over digits. */
export function BeamLayer({ layout, geometry, sum }: BeamLayerProps) {
  const light = [...inputBeams(layout, geometry), kernelBeam(layout, geometry)];
  const result = beamFromDisc(geometry.disc, laneEntry(layout, geometry), sideOf(layout));
  return (
    <svg class={layout.near ? 'beams over' : 'beams'} width={layout.width} height={layout.height} aria-hidden="true">
      <BeamGradients light={light} result={result} />
      {light.map((beam, index) => (
        <g key={beam.fill} class="light">
          <path class="fill" d={beam.fill} fill={`url(#light-${index})`} />
          <path class="edge" d={beam.edges} />
        </g>
      ))}
      <g class="result" style={sum && { color: cssOf(sum) }}>
        <path class="fill" d={result.fill} fill="url(#result)" />
        <path class="edge" d={result.edges} />
      </g>
    </svg>
  );
}

/** The lanes in the gaps of the grids, above the cells: from the patch to the ring's edge, from the map's edge to the cell. */
export function LaneLayer({ layout, geometry, sum }: BeamLayerProps) {
  const { patch, ring, cell, map } = geometry;
  const entry = laneEntry(layout, geometry);
  const down = ['vee', 'line', 'thumbs', 'row'].includes(layout.composition);
  const right = patch.x + patch.width;
  const bottom = patch.y + patch.height;
  const inputLanes = down
    ? `M${patch.x},${bottom} V${ring.y + ring.height} M${right},${bottom} V${ring.y + ring.height}`
    : `M${right},${patch.y} H${ring.x + ring.width} M${right},${bottom} H${ring.x + ring.width}`;
  const mapLanes = isLevel(layout)
    ? `M${map.x},${entry.y} H${cell.x} M${map.x},${entry.y + entry.height} H${cell.x}`
    : `M${entry.x},${map.y + map.height} V${cell.y + cell.height} M${entry.x + entry.width},${map.y + map.height} V${cell.y + cell.height}`;
  return (
    <svg class="lanes" width={layout.width} height={layout.height} aria-hidden="true">
      {layout.inputMode === 'cells' && <path class="lane" d={inputLanes} />}
      <path
        class={layout.mapMode === 'cells' ? 'result-lane' : 'result-lane thin'}
        d={mapLanes}
        style={sum && { color: cssOf(sum) }}
      />
    </svg>
  );
}

/** From where the result's beam comes into the map. */
function sideOf(layout: StageLayout): 'left' | 'above' | 'below' {
  if (isLevel(layout)) return 'left';
  return layout.composition === 'line' ? 'above' : 'below';
}

function isLevel({ composition }: StageLayout): boolean {
  return composition === 'bench' || composition === 'side' || composition === 'tower' || composition === 'strip';
}

/** Where the result's beam meets the map: at the edge of its row or column. */
function laneEntry(layout: StageLayout, { cell, map }: StageGeometry): Box {
  if (layout.mapMode === 'picture') return cell;
  return isLevel(layout)
    ? { x: map.x, y: cell.y, width: 0, height: cell.height }
    : { x: cell.x, y: map.y, width: cell.width, height: map.height };
}

function inputBeams(layout: StageLayout, geometry: StageGeometry): readonly Beam[] {
  const { patch, ring, near } = geometry;
  const { glass, composition, inputMode } = layout;
  const across: Box = inputMode === 'cells' ? { ...patch, x: ring.x, width: ring.width } : patch;
  const down: Box = inputMode === 'cells' ? { ...patch, y: ring.y, height: ring.height } : patch;
  if (near !== undefined) return nearBeams(layout, near.patch, patch, boxOf(near.place));
  return [composition === 'vee' || composition === 'line' ? beamDown(down, glass, 12) : beamRight(across, glass, 12)];
}

function nearBeams({ composition, glass, kernel }: StageLayout, inNear: Box, patch: Box, near: Box): readonly Beam[] {
  const lens = { x: near.x - 10, y: near.y - 10, width: near.width + 20, height: near.height + 20 };
  if (composition === 'tower')
    return [beamRight(patch, lens, 12), beamDown({ ...inNear, height: lens.y + lens.height - inNear.y }, glass, 12)];
  if (composition === 'strip')
    return [beamRight(patch, lens, 12), beamRight({ ...inNear, width: lens.x + lens.width - inNear.x }, boxOf(kernel))];
  if (composition === 'row')
    return [beamDown(patch, lens, 12), beamRight({ ...inNear, width: lens.x + lens.width - inNear.x }, boxOf(kernel))];
  return [beamDown(patch, lens, 12), beamDown({ ...inNear, height: lens.y + lens.height - inNear.y }, glass, 12)];
}

function kernelBeam({ composition, kernel, glass, near }: StageLayout, _geometry: StageGeometry): Beam {
  const filter = boxOf(kernel);
  if (composition === 'tower' && near) return beamDown(filter, { ...boxOf(near), y: near.y - 10 }, 0);
  if (composition === 'bench') return beamDown(filter, glass, 12);
  return ['side', 'line', 'row', 'strip'].includes(composition)
    ? beamRight(filter, glass, 12)
    : beamLeft(filter, glass, 12);
}

function BeamGradients({ light, result }: { readonly light: readonly Beam[]; readonly result: Beam }) {
  return (
    <defs>
      {light.map(({ from, to, fill }, index) => (
        <linearGradient
          key={fill}
          id={`light-${index}`}
          gradientUnits="userSpaceOnUse"
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
        >
          <stop class="near" offset="0" />
          <stop class="far" offset="1" />
        </linearGradient>
      ))}
      <linearGradient
        id="result"
        gradientUnits="userSpaceOnUse"
        x1={result.from[0]}
        y1={result.from[1]}
        x2={result.to[0]}
        y2={result.to[1]}
      >
        <stop class="near" offset="0" />
        <stop class="far" offset="1" />
      </linearGradient>
    </defs>
  );
}
