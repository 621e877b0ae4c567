import type { Tensor } from '../engine/tensor';
import type { ShapeError } from '../layers/errors/shapeError';
import type { LayerUse } from '../layers/flow/layerReport';
import type { FormatId } from '../literals/write/formatKinds';
import { formatById } from '../literals/write/formats';
import { writeMatrix, writtenSlices } from '../literals/write/writeMatrix';
import type { Lesson } from '../session/lessons/lesson';
import { shapeErrorText } from '../words/shapeErrorWords';
import { translator } from '../words/translate';
import { type AskedNumbers, lessonNotebook, type NotebookCell } from './notebook/lessonNotebook';
import { type LookColours, lookOf } from './page/lookColours';
import { pageSvg } from './page/pageSvg';
import { whitePaper } from './page/whitePaper';
import type { ProgramId } from './program/programKinds';
import type { WorkedExample } from './program/workedExample';
import { writeProgram } from './program/writeProgram';
import { exampleLatex } from './text/exampleLatex';
import { exampleMarkdown } from './text/exampleMarkdown';

/** What can be made of what is shown, as plain data, so that another thread can make it. */
export type ExportOrder =
  | { readonly as: 'program'; readonly id: ProgramId; readonly example: WorkedExample }
  /** The step is the output cell, from 0 in reading order. */
  | { readonly as: 'latex' | 'markdown'; readonly example: WorkedExample; readonly step: number }
  /** A page for each step, the map whole or up to the step. */
  | {
      readonly as: 'pages';
      readonly example: WorkedExample;
      readonly steps: readonly number[];
      readonly isWhole: boolean;
      readonly look: LookColours | 'white';
    }
  | { readonly as: 'notebook'; readonly lesson: Lesson; readonly numbers: AskedNumbers }
  /** One text, or none where it would have more than `most` UTF-16 code units; without a name, an expression. */
  | (MatrixOrder & { readonly as: 'matrix'; readonly name: string | undefined; readonly most: number })
  /** What an error says, and then each way to mend it; `use` is the layer's that it is about, where that is known. */
  | { readonly as: 'shape-error'; readonly error: ShapeError; readonly use: LayerUse | undefined }
  /** How the text of each begins, blanks taken together. */
  | { readonly as: 'beginnings'; readonly matrices: readonly MatrixOrder[]; readonly name: string };

/** A matrix, with no more axes than the format has. */
export interface MatrixOrder {
  readonly format: FormatId;
  readonly tensor: Tensor;
}

/** Asks for an export; `words` are the sentences in the person's language. */
export interface ExportRequest {
  readonly kind: 'export';
  readonly order: ExportOrder;
  readonly words: Readonly<Record<string, string>>;
}

/** A text for each page, matrix or sentence; the cells of a notebook. */
export interface ExportAnswer {
  readonly texts: readonly string[];
  readonly cells: readonly NotebookCell[];
}

/** Makes an export, page by page; yields the share that is done. */
export function* answerExport({ order, words }: ExportRequest): Generator<number, ExportAnswer> {
  const t = translator(words);
  switch (order.as) {
    case 'program':
      return textsOnly([writeProgram(order.id, order.example)]);
    case 'latex':
      return textsOnly([exampleLatex({ ...order, t })]);
    case 'markdown':
      return textsOnly([exampleMarkdown({ ...order, t })]);
    case 'matrix': {
      const text = yield* writtenSlices({ ...order, format: formatById(order.format) });
      return textsOnly(text === undefined ? [] : [text]);
    }
    case 'shape-error': {
      const { what, ways } = shapeErrorText(t, order.error, order.use);
      return textsOnly([what, ...ways]);
    }
    case 'beginnings':
      return textsOnly(order.matrices.map(({ format, tensor }) => beginning({ format, tensor }, order.name)));
    case 'notebook':
      return { texts: [], cells: lessonNotebook(order.lesson, t, order.numbers) };
    case 'pages': {
      const { example, steps, isWhole } = order;
      const look = order.look === 'white' ? whitePaper : lookOf(order.look);
      const pages: string[] = [];
      for (const step of steps) {
        pages.push(pageSvg({ example, step, isWhole, look, t }));
        yield pages.length / steps.length;
      }
      return textsOnly(pages);
    }
  }
}

function textsOnly(texts: readonly string[]): ExportAnswer {
  return { texts, cells: [] };
}

/** Characters of a text that are shown beside its name. */
const shownCharacters = 60;

function beginning({ format, tensor }: MatrixOrder, name: string): string {
  const text = writeMatrix({ format: formatById(format), tensor, name }) ?? '';
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
}
