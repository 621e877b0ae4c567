import {
  type Conv2dParams,
  defaultConv2dParams,
  type Fill,
  type Padding,
  type PerAxis,
} from '../../engine/convolution/conv2dParams';
import { isPlanProblem } from '../../engine/planProblem';
import { type LensScene, networkSceneNames, type Scene, sceneImages, sceneShows } from './lesson';
import type { Report } from './lessonProblem';
import type { PlacedJson } from './placedJson';
import {
  readCalculation,
  readInput,
  readKernel,
  readList,
  readMembers,
  readName,
  readPair,
  readWhole,
} from './readParts';
import { scenePlan } from './scenePlan';

const paramNames = ['stride', 'padding', 'dilation', 'fill', 'flip'];

/** The scene of a step. */
export function readScene(node: PlacedJson, report: Report): Scene | undefined {
  const kind = node.kind === 'object' ? node.members.get('in') : undefined;
  if (kind?.kind === 'plain' && kind.value === 'network') {
    return readNetworkScene(node, report);
  }
  const members = readMembers(node, report, ['in', 'input', 'kernel'], [...paramNames, 'at', 'show']);
  return members && readName(members.get('in')!, report, ['lens', 'network']) && readLensScene(node, members, report);
}

function readNetworkScene(node: PlacedJson, report: Report): Scene | undefined {
  const members = readMembers(node, report, ['in', 'scene'], ['image', 'padded']);
  const scene = members && readName(members.get('scene')!, report, networkSceneNames);
  const image = members && optional(members.get('image'), 'digit', (name) => readName(name, report, sceneImages));
  const padded = members && optional(members.get('padded'), false, (is) => readBoolean(is, report));
  return scene && image && padded !== undefined ? { in: 'network', scene, image, padded } : undefined;
}

function readLensScene(node: PlacedJson, members: ReadonlyMap<string, PlacedJson>, report: Report): Scene | undefined {
  const input = readInput(members.get('input')!, report);
  const kernel = readKernel(members.get('kernel')!, report);
  const params = readSceneParams(members, report);
  const show = optional(members.get('show'), [], (list) =>
    readList(list, report, (item) => readName(item, report, sceneShows), { least: 0, most: sceneShows.length }),
  );
  const atNode = members.get('at');
  const at = atNode && readPair(atNode, report, 0);
  if (!input || !kernel || !params || !show || (atNode && !at)) return undefined;
  const scene: LensScene = { in: 'lens', input, kernel, params, at, show };
  const plan = scenePlan(scene);
  if (isPlanProblem(plan)) {
    const at = plan.problem === 'kernel-larger-than-input' ? members.get('kernel')! : node;
    return report('no-map', at, {}, plan);
  }
  const { outputSize: rows } = plan.height;
  const { outputSize: cols } = plan.width;
  if (at && (at[0] >= rows || at[1] >= cols)) return report('outside-map', atNode!, { rows, cols });
  return scene;
}

function readSceneParams(members: ReadonlyMap<string, PlacedJson>, report: Report): Conv2dParams | undefined {
  const { strides, dilations, padding, fill, flip } = defaultConv2dParams;
  const stride = optional(members.get('stride'), strides, (node) => readPerAxis(node, report));
  const dilation = optional(members.get('dilation'), dilations, (node) => readPerAxis(node, report));
  const added = optional(members.get('padding'), padding, (node) => readPadding(node, report));
  const filled = optional(members.get('fill'), fill, (node) => readFill(node, report));
  const turned = optional(members.get('flip'), flip, (node) => readBoolean(node, report));
  if (!stride || !dilation || !added || !filled || turned === undefined) return undefined;
  return { ...defaultConv2dParams, strides: stride, dilations: dilation, padding: added, fill: filled, flip: turned };
}

function optional<T>(node: PlacedJson | undefined, usual: T, read: (node: PlacedJson) => T | undefined): T | undefined {
  return node ? read(node) : usual;
}

function readBoolean(node: PlacedJson, report: Report): boolean | undefined {
  return node.kind === 'plain' && typeof node.value === 'boolean'
    ? node.value
    : report('other-kind', node, { expected: 'true, false' });
}

function readPerAxis(node: PlacedJson, report: Report): PerAxis | undefined {
  if (node.kind === 'array') return readPair(node, report, 1);
  const both = readWhole(node, report, 1);
  return both === undefined ? undefined : [both, both];
}

const paddingNames = ['valid', 'same', 'same-lower', 'full'] as const;
const paddingKinds = { valid: 'valid', same: 'same_upper', 'same-lower': 'same_lower', full: 'full' } as const;

/** One number for all sides, `[top, bottom, left, right]`, or a rule by its name. */
function readPadding(node: PlacedJson, report: Report): Padding | undefined {
  if (node.kind === 'plain' && typeof node.value === 'string') {
    const name = readName(node, report, paddingNames);
    return name && { kind: paddingKinds[name] };
  }
  if (node.kind === 'array') {
    const sides = readList(node, report, (side) => readWhole(side, report, 0, 64), { least: 4, most: 4 });
    const [top, bottom, left, right] = sides ?? [];
    if (top === undefined || bottom === undefined || left === undefined || right === undefined) return undefined;
    return { kind: 'explicit', top, bottom, left, right };
  }
  const amount = readWhole(node, report, 0, 64);
  if (amount === undefined) return undefined;
  return amount === 0 ? { kind: 'valid' } : { kind: 'all', amount };
}

const fillNames = ['zeros', 'replicate', 'reflect', 'symmetric', 'circular'] as const;

/** A rule by its name, or the number that stands in every added cell. */
function readFill(node: PlacedJson, report: Report): Fill | undefined {
  if (node.kind === 'plain' && typeof node.value === 'string') {
    const kind = readName(node, report, fillNames);
    return kind && { kind };
  }
  const value = readCalculation(node, report);
  return value === undefined ? undefined : { kind: 'constant', value };
}
