import type { PerAxis } from '../../engine/convolution/conv2dParams';
import { isPlanProblem } from '../../engine/planProblem';
import { expectedAnswer } from './expectedAnswer';
import {
  type Answer,
  type ChoiceOption,
  type Hides,
  hideNames,
  type NamedWrong,
  type Quantity,
  type Question,
  type Scene,
} from './lesson';
import type { Report } from './lessonProblem';
import type { PlacedJson } from './placedJson';
import {
  readCalculation,
  readKernel,
  readList,
  readMembers,
  readName,
  readPair,
  readText,
  readWhole,
} from './readParts';
import { scenePlan } from './scenePlan';

const answerKinds = ['size', 'cell', 'number', 'choice', 'kernel'] as const;
const quantities = ['patches', 'uses', 'padding', 'parameters', 'receptive-field'] as const;

type Members = ReadonlyMap<string, PlacedJson>;

/** The question of a step about its scene; what cannot be answered there is reported. */
export function readQuestion(node: PlacedJson, report: Report, scene: Scene): Question | undefined {
  const members = readMembers(node, report, ['ask', 'answer', 'why'], ['hide']);
  if (!members) return undefined;
  const ask = readText(members.get('ask')!, report);
  const why = readText(members.get('why')!, report);
  const answerNode = members.get('answer')!;
  const answer = readAnswer(answerNode, report);
  const hideNode = members.get('hide');
  const hides = hideNode ? readName(hideNode, report, hideNames) : answer && hiddenBy(answer);
  if (ask === undefined || why === undefined || !answer || !hides) return undefined;
  return isAnswerable(answer, scene, answerNode, report) ? { ask, answer, why, hides } : undefined;
}

/** What would tell the answer by itself. */
function hiddenBy(answer: Answer): Hides {
  if (answer.kind === 'size') return 'size';
  if (answer.kind === 'cell') return 'values';
  return answer.kind === 'number' && (answer.of.of === 'patches' || answer.of.of === 'uses') ? 'size' : 'nothing';
}

function isAnswerable(answer: Answer, scene: Scene, node: PlacedJson, report: Report): boolean {
  if (answer.kind === 'choice') return true;
  if (answer.kind === 'number' && (answer.of.of === 'value' || answer.of.of === 'receptive-field')) return true;
  if (answer.kind === 'number' && answer.of.of === 'parameters')
    return expectedAnswer(answer, scene) !== undefined || (report('no-such-layer', node) ?? false);
  if (scene.in !== 'lens') return report('not-of-lens', node) ?? false;
  const plan = scenePlan(scene);
  if (isPlanProblem(plan)) return false;
  const { height, width } = plan;
  const isOutside = ([row, col]: PerAxis, rows: number, cols: number) => row >= rows || col >= cols;
  if (answer.kind === 'cell' && isOutside(answer.at, height.outputSize, width.outputSize))
    return report('outside-map', node, { rows: height.outputSize, cols: width.outputSize }) ?? false;
  if (answer.kind === 'number' && answer.of.of === 'uses' && isOutside(answer.of.at, height.inputSize, width.inputSize))
    return report('outside-input', node, { rows: height.inputSize, cols: width.inputSize }) ?? false;
  if (answer.kind === 'kernel' && answer.is.shape.some((side, axis) => side !== scene.kernel.shape[axis]))
    return report('other-size', node, { rows: scene.kernel.shape[0], cols: scene.kernel.shape[1] }) ?? false;
  return expectedAnswer(answer, scene) !== undefined || (report('unreachable-size', node) ?? false);
}

function readAnswer(node: PlacedJson, report: Report): Answer | undefined {
  if (node.kind !== 'object') return report('other-kind', node, { expected: 'object' });
  const kindNode = node.members.get('kind');
  if (!kindNode) return report('missing', node, { name: 'kind' });
  const kind = readName(kindNode, report, answerKinds);
  switch (kind) {
    case 'size':
      return readMembers(node, report, ['kind']) && { kind };
    case 'cell': {
      const at = memberOf(node, report, ['kind', 'at'], [], (members) => readPair(members.get('at')!, report, 0));
      return at && { kind, at };
    }
    case 'number':
      return memberOf(node, report, ['kind'], ['is', 'of', 'at', 'size', 'layer', 'layers', 'wrong'], (members) =>
        readNumber(node, members, report),
      );
    case 'choice':
      return memberOf(node, report, ['kind', 'options', 'right'], [], (members) => readChoice(members, report));
    case 'kernel':
      return memberOf(node, report, ['kind', 'is'], ['sameMap'], (members) => readWantedKernel(members, report));
    case undefined:
      return undefined;
  }
}

function memberOf<T>(
  node: PlacedJson,
  report: Report,
  required: readonly string[],
  optional: readonly string[],
  read: (members: Members) => T | undefined,
): T | undefined {
  const members = readMembers(node, report, required, optional);
  return members && read(members);
}

function readNumber(node: PlacedJson, members: Members, report: Report): Answer | undefined {
  const of = readQuantity(node, members, report);
  const wrongNode = members.get('wrong');
  const wrong = wrongNode ? readList(wrongNode, report, (item) => readWrong(item, report), { least: 0 }) : [];
  return of && wrong && { kind: 'number', of, wrong };
}

function readWrong(node: PlacedJson, report: Report): NamedWrong | undefined {
  const members = readMembers(node, report, ['is', 'says']);
  const value = members && readCalculation(members.get('is')!, report);
  const says = members && readText(members.get('says')!, report);
  return value === undefined || says === undefined ? undefined : { value, says };
}

function readQuantity(node: PlacedJson, members: Members, report: Report): Quantity | undefined {
  const ofNode = members.get('of');
  if (!ofNode) {
    const is = members.get('is');
    const value = is ? readCalculation(is, report) : report('missing', node, { name: 'is' });
    return value === undefined ? undefined : { of: 'value', value };
  }
  const of = readName(ofNode, report, quantities);
  const needed = (name: string): PlacedJson | undefined => members.get(name) ?? report('missing', node, { name });
  switch (of) {
    case 'patches':
      return { of };
    case 'uses': {
      const at = needed('at');
      const cell = at && readPair(at, report, 0);
      return cell && { of, at: cell };
    }
    case 'padding': {
      const size = needed('size');
      const wanted = size && readWhole(size, report, 1);
      return wanted === undefined ? undefined : { of, size: wanted };
    }
    case 'parameters': {
      const layer = needed('layer');
      const counted = layer && readWhole(layer, report, 0);
      return counted === undefined ? undefined : { of, layer: counted };
    }
    case 'receptive-field': {
      const layers = needed('layers');
      const read = layers && readList(layers, report, (layer) => readPair(layer, report, 1));
      return read && { of, layers: read };
    }
    case undefined:
      return undefined;
  }
}

function readChoice(members: Members, report: Report): Answer | undefined {
  const optionsNode = members.get('options')!;
  const options = readList(optionsNode, report, (item) => readOption(item, report), { least: 2, most: 6 });
  const rightNode = members.get('right')!;
  const right = readWhole(rightNode, report, 0);
  if (!options || right === undefined) return undefined;
  return right < options.length
    ? { kind: 'choice', options, right }
    : report('no-such-option', rightNode, { most: options.length - 1 });
}

function readOption(node: PlacedJson, report: Report): ChoiceOption | undefined {
  if (node.kind !== 'object') {
    const text = readText(node, report);
    return text === undefined ? undefined : { text, says: undefined };
  }
  const members = readMembers(node, report, ['text', 'says']);
  const text = members && readText(members.get('text')!, report);
  const says = members && readText(members.get('says')!, report);
  return text === undefined || says === undefined ? undefined : { text, says };
}

function readWantedKernel(members: Members, report: Report): Answer | undefined {
  const is = readKernel(members.get('is')!, report);
  const sameMap = members.get('sameMap');
  if (sameMap && (sameMap.kind !== 'plain' || typeof sameMap.value !== 'boolean'))
    return report('other-kind', sameMap, { expected: 'true, false' });
  return is && { kind: 'kernel', is, sameMap: sameMap?.kind === 'plain' && sameMap.value === true };
}
