import type { NetworkLayer } from '../engine/network/networkLayer';
import type { LearnedAnswer, LearnProblem } from '../session/network/learnAnswer';
import type { StageFollowing } from '../session/network/shiftAnswer';
import { countText, shortNumber } from './numberText';
import type { Translate } from './translate';

/** `3 of 10`. */
export function countedText(t: Translate, part: number, all: number): string {
  return t('{0} of {1}', countText(part), countText(all));
}

/** A move by rows and columns, `(1, −2)`. */
export function moveText([down, right]: readonly [number, number]): string {
  return `(${shortNumber(down, 5)}, ${shortNumber(right, 5)})`;
}

/** Whether a stage's map moved with the image, and what broke the rule. */
export function followingText(t: Translate, { expected, isWhole, following, staying }: StageFollowing): string {
  if (!expected || !following)
    return staying.differing === 0
      ? t('A row has no places that could move. Here all of its values stay the same.')
      : t(
          'A row has no places that could move: {0} values changed, the most by {1}. The dense layer reads each place with a weight of its own.',
          countedText(t, staying.differing, staying.compared),
          shortNumber(staying.largest, 5),
        );
  if (!isWhole)
    return t(
      'The image’s move comes to {0} cells of this map. No map moves by a part of a cell: the stride now takes other places, and beside the nearest whole move {1} values differ.',
      moveText(expected),
      countedText(t, following.differing, following.compared),
    );
  const { inside } = following;
  const moved = t('The map moves with the image by {0}.', moveText(expected));
  if (inside.compared > 0 && inside.differing === 0) {
    const said = t('All {0} values inside follow exactly: that is equivariance.', countText(inside.compared));
    const broken = following.differing - inside.differing;
    const atBorders = following.compared - inside.compared;
    if (atBorders === 0) return `${moved} ${said}`;
    const border =
      broken === 0
        ? t('Those at the borders do too.')
        : t(
            '{0} at the borders do not: there a window reads padding, or what came in from outside.',
            countedText(t, broken, atBorders),
          );
    return `${moved} ${said} ${border}`;
  }
  return `${moved} ${t('{0} values differ from the moved map.', countedText(t, following.differing, following.compared))}`;
}

/** What is left once a map has moved along. */
export function leftOverText(t: Translate, { following, staying }: StageFollowing): string {
  const { differing, compared, largest } = following ?? staying;
  return differing === 0
    ? t('Nothing is left: 0 everywhere.')
    : t('{0} differ, the most by {1}.', countedText(t, differing, compared), shortNumber(largest, 5));
}

/** Why what comes out of a layer does not move along. */
export function breaksText(t: Translate, layer: NetworkLayer): string {
  switch (layer.kind) {
    case 'conv':
      return layer.strides.some((stride) => stride > 1) ? t('stride') : t('the stages before it');
    case 'pool':
      return layer.strides.some((stride) => stride > 1) ? t('pooling’s stride') : t('the stages before it');
    case 'flatten':
      return t('places become numbers of a row');
    case 'dense':
      return t('a weight for each place');
    default:
      return t('the stages before it');
  }
}

/** How a descent went, up to its last step. */
export function verdictText(t: Translate, { run, largestStableRate }: LearnedAnswer): string {
  const stable = shortNumber(largestStableRate, 5);
  switch (run.verdict) {
    case 'found':
      return t('Found after {0} steps: the map is right to about seven digits.', countText(run.steps));
    case 'learning':
      return t('Still learning after {0} steps: the loss falls in each of them.', countText(run.steps));
    case 'growing':
      return t(
        'It diverges: in step {0} the loss grows. No rate up to {1} does that; this one is {2}.',
        countText(run.grewAt ?? 0),
        stable,
        shortNumber(run.rate, 5),
      );
    case 'overflowed':
      return t(
        'It diverges: after step {0} the numbers are too large for a computer. No rate up to {1} does that; this one is {2}.',
        countText(run.steps),
        stable,
        shortNumber(run.rate, 5),
      );
  }
}

/** Why there is nothing to learn, and what to change. */
export function learnProblemText(t: Translate, { problem, numbers }: LearnProblem): string {
  const of = (name: string) => countText(numbers[name] ?? 0);
  switch (problem) {
    case 'unread':
      return t('This is not one matrix of numbers. Write it as [[1, 0, −1], [2, 0, −2], [1, 0, −1]], or paste it.');
    case 'kernel-larger-than-image':
      return t('A kernel of {0} × {1} has no place on {2} × {3}.', of('rows'), of('cols'), of('height'), of('width'));
    case 'kernel-too-large':
      return t('Kernels up to {0} × {0} are learned here; this one is {1} × {2}.', of('most'), of('rows'), of('cols'));
    case 'map-of-other-size':
      return t(
        'The wanted map has {0} × {1} values; with a kernel of {4} × {4} this image gives {2} × {3}.',
        of('rows'),
        of('cols'),
        of('height'),
        of('width'),
        of('side'),
      );
    case 'image-blank':
      return t('The image is all zeros: every kernel gives the same map. Choose another image.');
    case 'image-too-large':
      return t('The image has {0} pixels; kernels are learned on up to {1} here.', of('cells'), of('most'));
  }
}
