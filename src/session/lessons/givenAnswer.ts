import { readCellExpression } from '../../literals/text/cellExpression';
import type { AnswerForm } from './answerForm';

/** What a person has answered, in numbers. */
export type Given =
  | { readonly kind: 'size'; readonly rows: number; readonly cols: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'choice'; readonly index: number }
  | { readonly kind: 'kernel'; readonly values: readonly number[] };

/** How many fields a form has. */
export function fieldCount(form: AnswerForm): number {
  if (form.kind === 'size') return 2;
  return form.kind === 'kernel' ? form.rows * form.cols : 1;
}

/** What stands in the fields; a choice is the index of its option. Undefined where a field holds no number. */
export function givenAnswer(form: AnswerForm, fields: readonly string[]): Given | undefined {
  if (fields.length !== fieldCount(form)) return undefined;
  const numbers = fields.map(readCellExpression);
  if (!numbers.every((number) => number !== undefined)) return undefined;
  const [first = 0, second = 0] = numbers;
  switch (form.kind) {
    case 'size':
      return { kind: 'size', rows: first, cols: second };
    case 'number':
      return { kind: 'number', value: first };
    case 'choice':
      return form.options[first] === undefined ? undefined : { kind: 'choice', index: first };
    case 'kernel':
      return { kind: 'kernel', values: numbers };
  }
}
