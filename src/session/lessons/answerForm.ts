import type { Answer, Scene } from './lesson';

/** The fields in which an answer is given. */
export type AnswerForm =
  | { readonly kind: 'size' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'kernel'; readonly rows: number; readonly cols: number };

/** The fields for an answer: one for a number, two for a size, as many as the kernel has cells. */
export function answerForm(answer: Answer, scene: Scene): AnswerForm {
  if (answer.kind === 'choice') return { kind: 'choice', options: answer.options.map(({ text }) => text) };
  if (answer.kind === 'size') return { kind: 'size' };
  if (answer.kind !== 'kernel' || scene.in !== 'lens') return { kind: 'number' };
  const [rows, cols] = scene.kernel.shape;
  return { kind: 'kernel', rows, cols };
}
