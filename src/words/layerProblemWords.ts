import type { PlanProblemCode } from '../engine/planProblem';
import type { LayerProblem, LayerProblemCode } from '../layers/layerProblem';
import { planProblemText } from './problemWords';
import type { Translate } from './translate';

type Details = LayerProblem['details'];
type LayerCode =
  | Exclude<LayerProblemCode, PlanProblemCode>
  | 'channel-mismatch'
  | 'groups-do-not-divide'
  | 'same-with-stride';

/** Why a layer cannot be, or why nothing is said of it. The sentence may hold names of the person's text. */
export function layerProblemText(t: Translate, { problem, details }: LayerProblem): string {
  if (isLayerCode(problem)) return sentences[problem](t, details);
  const { axis, ...rest } = details;
  const numbers = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const isAxis = axis === 'height' || axis === 'width';
  return planProblemText(t, isAxis ? { problem, axis, numbers } : { problem, numbers });
}

function isLayerCode(problem: LayerProblemCode): problem is LayerCode {
  return Object.hasOwn(sentences, problem);
}

const sentences: Readonly<Record<LayerCode, (t: Translate, details: Details) => string>> = {
  'channel-mismatch': (t, { expected, found }) =>
    t('In {0} channels, the layer expects {1}.', shown(found), shown(expected)),
  'groups-do-not-divide': (t, { groups, channels, filters }) =>
    t(
      '{0} groups do not divide {1} input channels and {2} output channels.',
      shown(groups),
      shown(channels),
      shown(filters),
    ),
  'same-with-stride': (t, { stride }) => t('PyTorch has no padding “same” with a stride; it is {0}.', shown(stride)),
  'no-call': (t) => t('There is no call of a layer.'),
  'incomplete-call': (t) => t('The call is not complete.'),
  'unknown-argument': (t, { name, found, most }) =>
    name === undefined
      ? t('The layer takes {0} arguments by place; there are {1}.', shown(most), shown(found))
      : t('The layer has no argument “{0}”.', name),
  'missing-argument': (t, { name }) => t('The argument “{0}” is missing.', shown(name)),
  'bad-value': (t, { name, found }) =>
    found === undefined
      ? t('The argument “{0}” is given twice.', shown(name))
      : t('“{0}” cannot be {1}.', shown(name), shown(found)),
  'rank-mismatch': (t, { found, expected }) =>
    t('The input has {0} axes with its batch, the layer takes {1}.', shown(found), shown(expected)),
  'not-in-sight': (t) => t('What the call is given stands elsewhere.'),
};

function shown(value: string | number | undefined): string | number {
  if (value === undefined) return '?';
  return typeof value === 'number' && value < 0 ? `−${-value}` : value;
}
