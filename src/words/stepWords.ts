import type { AxisPlan, Conv2dPlan } from '../engine/convolution/conv2dPlan';
import { bracketed, numberText, shortNumber } from './numberText';
import type { Translate } from './translate';

/** One weight with the value it meets; `product` is what the engine added. */
export interface StepTerm {
  readonly weight: number;
  readonly value: number;
  readonly product: number;
}

/** A piece of the sentence; `dim` where it adds nothing to the sum. */
export interface SentencePart {
  readonly text: string;
  readonly dim: boolean;
}

/** The sentence of a step: its terms in order, its result, and whether every number in it is exact. */
export interface StepSentence {
  readonly parts: readonly SentencePart[];
  readonly sum: string;
  readonly exact: boolean;
}

const room = 6;

/** The step as the notebook writes it, weight before value, negatives in brackets. */
export function stepSentence(terms: readonly StepTerm[], sum: number, bias: number): StepSentence {
  const parts = terms.map(({ weight, value, product }) => ({
    text: `${bracketed(weight, room)}·${bracketed(value, room)}`,
    dim: product === 0,
  }));
  const all = bias === 0 ? parts : [...parts, { text: bracketed(bias, room), dim: false }];
  const exact = [sum, ...terms.flatMap(({ weight, value }) => [weight, value])].every((n) => numberText(n, room).exact);
  return { parts: all, sum: shortNumber(sum, 9), exact };
}

/** The sentence in one line of text: `1·1 + 0·2 + 0·4 + (−1)·5 = −4`. */
export function sentenceText({ parts, sum, exact }: StepSentence): string {
  return `${parts.map(({ text }) => text).join(' + ')} ${exact ? '=' : '≈'} ${sum}`;
}

/** The same sum gathered by weight, `1·(3 + 2 + 1) − 1·(1 + 1 + 0) = 6 − 2 = 4`; undefined where it says nothing new. */
export function sumByWeight(terms: readonly StepTerm[], sum: number): string | undefined {
  const groups = new Map<number, number[]>();
  for (const { weight, value } of terms) if (weight !== 0) groups.set(weight, [...(groups.get(weight) ?? []), value]);
  const used = [...groups.values()].flat();
  const readable = [...groups.keys(), ...used, sum].every((n) => Number.isFinite(n) && shortNumber(n).length <= 5);
  if (!readable || groups.size === 0 || groups.size > 4 || used.length > 12 || used.length <= groups.size)
    return undefined;
  const signed = [...groups].sort(([a], [b]) => b - a);
  const written = signed.map(
    ([weight, values]) => [weight, `${shortNumber(Math.abs(weight))}·${bracketedSum(values)}`] as const,
  );
  const parts = signed.map(([weight, values]) => weight * values.reduce((total, value) => total + value, 0));
  if (parts.some((part) => shortNumber(part).length > 6)) return undefined;
  const middle = parts.length > 1 ? ` = ${joined(parts.map((part) => [part, shortNumber(Math.abs(part))]))}` : '';
  return `${joined(written)}${middle} = ${shortNumber(sum)}`;
}

function bracketedSum(values: readonly number[]): string {
  return values.length === 1
    ? bracketed(values[0] ?? 0)
    : `(${joined(values.map((v) => [v, shortNumber(Math.abs(v))]))})`;
}

function joined(parts: readonly (readonly [number, string])[]): string {
  return parts
    .map(([sign, text], index) => (index === 0 ? `${sign < 0 ? '−' : ''}${text}` : ` ${sign < 0 ? '−' : '+'} ${text}`))
    .join('');
}

/** What the text calls the two matrices; undefined where it gives no name. */
export interface MatrixNames {
  readonly input: string | undefined;
  readonly kernel: string | undefined;
}

/** `Row 1, column 3 of the map: filter lies on rows 0 to 2, columns 2 to 4 of image`, by the names of the text. */
export function stepCaption(t: Translate, plan: Conv2dPlan, row: number, col: number, names: MatrixNames): string {
  const rows = covered(plan.height, row);
  const cols = covered(plan.width, col);
  const place = t(
    'Row {0}, column {1} of the map: {4} lies on {2}, {3} of {5}',
    row,
    col,
    spanOf(t, 'rows', rows),
    spanOf(t, 'columns', cols),
    shortName(names.kernel) ?? t('the kernel'),
    shortName(names.input) ?? t('the input'),
  );
  return rows.outside || cols.outside ? `${place}${t(', partly in the padding')}` : place;
}

/** Longer names would push what is said of them off the line. */
const mostName = 28;

function shortName(name: string | undefined): string | undefined {
  return name !== undefined && name.length > mostName ? `${name.slice(0, mostName - 1)}…` : name;
}

/** What a screen reader says of a step; long sums are told by their result alone. */
export function spokenStep(t: Translate, terms: readonly StepTerm[], sum: number, row: number, col: number): string {
  if (terms.length > 9) return spokenSum(t, terms.length, sum, row, col);
  const spoken = terms.map(({ weight, value }) => t('{0} times {1}', shortNumber(weight), shortNumber(value)));
  return t('Row {0}, column {1}: {2} equals {3}', row, col, spoken.join(t(', plus ')), shortNumber(sum));
}

/** What a screen reader says of a step with too many products to be told one by one. */
export function spokenSum(t: Translate, products: number, sum: number, row: number, col: number): string {
  return t('Row {0}, column {1}: {2} products add up to {3}', row, col, products, shortNumber(sum));
}

interface Covered {
  readonly first: number;
  readonly last: number;
  readonly outside: boolean;
  readonly step: number;
}

function covered(axis: AxisPlan, output: number): Covered {
  const first = output * axis.stride - axis.before;
  const last = first + axis.span - 1;
  return { first, last, outside: first < 0 || last >= axis.inputSize, step: axis.dilation };
}

function spanOf(t: Translate, axis: 'rows' | 'columns', { first, last, step }: Covered): string {
  const [from, to] = [shortNumber(first), shortNumber(last)];
  const every = step > 1 && last > first;
  if (axis === 'rows') {
    if (first === last) return t('row {0}', from);
    return every ? t('rows {0} to {1} in hops of {2}', from, to, step) : t('rows {0} to {1}', from, to);
  }
  if (first === last) return t('column {0}', from);
  return every ? t('columns {0} to {1} in hops of {2}', from, to, step) : t('columns {0} to {1}', from, to);
}
