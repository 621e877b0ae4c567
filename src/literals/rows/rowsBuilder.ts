import type { Finding } from '../expression/machine';
import type { LiteralForm, MatrixLiteral, TextRange } from '../literal';
import { problemAt } from '../problem';
import type { ReadingNote } from '../report/readingNote';
import { NumberPool } from '../text/numberPool';

/** Collects rows of numbers into one matrix. */
export class RowsBuilder {
  readonly pool = new NumberPool();
  private readonly notes: ReadingNote[] = [];
  private width = -1;
  private rows = 0;
  private rowFrom = 0;
  private start = -1;
  private end = 0;
  private fault: Finding | undefined;

  constructor(private readonly form: LiteralForm) {}

  get isEmpty(): boolean {
    return this.rows === 0 && this.pool.size === 0 && !this.fault;
  }

  get rowCount(): number {
    return this.rows;
  }

  get columns(): number {
    return this.width;
  }

  push(value: number, start: number, end: number): void {
    if (this.start < 0) this.start = start;
    this.end = end;
    this.pool.push(value, start, end);
  }

  /** Adds to what is told of the rows. */
  addNote(note: ReadingNote): void {
    this.notes.push(note);
  }

  /** Keeps the first problem; nothing comes of the rows then. */
  fail(finding: Finding): void {
    this.fault ??= finding;
  }

  /** Ends a row; rows without numbers count for nothing. */
  endRow(line: TextRange): void {
    const found = this.pool.size - this.rowFrom;
    if (found === 0) return;
    if (this.width < 0) this.width = found;
    else if (found !== this.width) {
      const details = { row: this.rows, found, expected: this.width };
      this.fail({ problem: problemAt('ragged', line.start, line.end, details), weak: false, loose: false });
    }
    this.rows++;
    this.rowFrom = this.pool.size;
  }

  /** The rows as a finding; `name` is what the text calls them. */
  finish(name: string | undefined): Finding | undefined {
    if (this.fault) return this.fault;
    if (this.rows === 0) return undefined;
    const { pool, rows, width, form, notes } = this;
    const literal: MatrixLiteral = {
      name,
      shape: [rows, width],
      data: pool.values.slice(0, pool.size),
      starts: pool.starts.slice(0, pool.size),
      ends: pool.ends.slice(0, pool.size),
      range: { start: this.start, end: this.end },
      form,
      ...(notes.length > 0 ? { notes } : {}),
    };
    return { literal, weak: false, loose: false };
  }
}
