import * as vscode from 'vscode';
import type { TextRange } from '../literals/literal';
import type { NamedReading } from '../literals/names/readNamed';
import { type Followed, shiftRange, type TextChange, withLiteral, withoutPlaces } from '../session/follow';
import type { Operand } from '../session/operand';
import { isAboutAct, type Notice, type SessionState } from '../session/state';
import { shiftEdit } from '../session/textEdit';
import { literalFinder } from './literalFinder';
import { namesRequest } from './readEditor';
import { readingLanguage } from './readingLanguage';
import { openSource } from './sourceCells';
import type { Surface } from './surface';
import { tellJobFailed } from './tell';
import type { TextReader } from './textReader';

/** Long enough that typing a number is one change, short enough to feel live. */
const settleMilliseconds = 150;

/** Keeps the literals of a surface in step with their text. */
export class SourceFollower implements vscode.Disposable {
  private readonly pending = new Map<string, TextChange[]>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** One text after another is read again, so that what was found in it is what the next changes start from. */
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly surface: Surface,
    private readonly reader: TextReader,
    /** Called once a text has been read again. */
    private readonly followed: () => void = () => undefined,
  ) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.collect(event)),
      vscode.workspace.onDidChangeNotebookDocument((event) => {
        const removed = event.contentChanges.flatMap((change) => change.removedCells);
        for (const cell of removed) this.lose(cell.document.uri.toString());
      }),
      vscode.workspace.onDidOpenNotebookDocument(() => void this.catchUp()),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) this.lose(file.toString());
      }),
    );
  }

  /** Reads every source again, for a session that was restored and whose text may have changed meanwhile. */
  async catchUp(): Promise<void> {
    const { input, kernel } = this.surface.state;
    for (const uri of new Set([input, kernel].flatMap(({ origin }) => (origin.kind === 'text' ? [origin.uri] : [])))) {
      const document = await openSource(vscode.Uri.parse(uri));
      if (document) await this.readAgain(document);
      // A notebook opens in its own time, and is read when it does.
      else if (!uri.startsWith('vscode-notebook-cell:')) this.lose(uri);
    }
  }

  /** Waits until what the surface shows is what the texts of this moment say. */
  async settled(): Promise<void> {
    clearTimeout(this.timer);
    this.settle([...this.pending.keys()]);
    await this.reading;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  private collect({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0 || !this.surface.states.some((state) => isSource(state, uri))) return;
    const changes = this.pending.get(uri) ?? [];
    changes.push(
      ...contentChanges.map((change) => ({
        start: change.rangeOffset,
        removed: change.rangeLength,
        inserted: change.text.length,
      })),
    );
    this.pending.set(uri, changes);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle([...this.pending.keys()]), settleMilliseconds);
  }

  private settle(addresses: readonly string[]): void {
    for (const uri of addresses) {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      if (document) void this.readAgain(document);
      else this.pending.delete(uri);
    }
  }

  private readAgain(document: vscode.TextDocument): Promise<void> {
    this.reading = this.reading.then(() => this.readNow(document)).catch(tellJobFailed);
    return this.reading;
  }

  private async readNow(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const changes = this.pending.get(uri) ?? [];
    // What changes while the text is read is on top of what is found in it.
    this.pending.delete(uri);
    const found = await this.findAgain(document, changes);
    this.surface.follow((state) =>
      mapSources(withShiftedEdit(state, uri, changes), uri, (operand, origin) => {
        const { range, followed } = found.get(keyOf(operand, origin)) ?? {};
        if (!range || !followed) return { operand };
        if ('literal' in followed) return { operand: withLiteral(operand, followed.literal) };
        const moved = { ...withoutPlaces(operand), origin: { ...origin, ...range } };
        if ('gone' in followed) return { operand: moved, notice: { code: 'source-deleted', place: origin.place } };
        const { problem } = followed;
        return { operand: moved, notice: { code: 'source-unreadable', place: origin.place, problem } };
      }),
    );
    this.followed();
  }

  /** Where the literals of the session and its history are after some changes, and what they are. */
  private async findAgain(
    document: vscode.TextDocument,
    changes: readonly TextChange[],
  ): Promise<ReadonlyMap<string, Found>> {
    const text = document.getText();
    const find = literalFinder({ text, languageId: readingLanguage(document) }, this.reader);
    const found = new Map<string, Found>();
    for (const [key, { name, origin }] of sourcesIn(this.surface.states, document.uri.toString())) {
      const range = changes.reduce<TextRange>(shiftRange, { start: origin.start, end: origin.end });
      if (origin.isNamed) {
        found.set(key, {
          range,
          followed: followedNames(await this.reader.read(namesRequest(document, range)), range),
        });
        continue;
      }
      found.set(key, { range, followed: await find({ range, name, choice: origin.choice }) });
    }
    return found;
  }

  private lose(uri: string): void {
    if (!isSource(this.surface.state, uri)) return;
    this.surface.follow((state) =>
      mapSources(state, uri, (operand, { place }) => ({ operand, notice: { code: 'source-deleted', place } })),
    );
  }
}

/** What names make of a literal's range now; numbers of elsewhere have the range itself as their place. */
function followedNames({ placed, problems }: NamedReading, range: TextRange): Followed {
  const literal = placed.at(-1)?.literal;
  const problem = problems[0];
  if (!literal) return problem ? { problem } : { gone: true };
  const size = literal.data.length;
  const starts = new Uint32Array(size).fill(range.start);
  const ends = new Uint32Array(size).fill(range.end);
  return { literal: { ...literal, range, starts, ends, computed: true } };
}

interface SourceChange {
  readonly operand: Operand;
  readonly notice?: Notice;
}

type TextOrigin = Extract<Operand['origin'], { kind: 'text' }>;

interface Found {
  readonly range: TextRange;
  readonly followed: Followed;
}

interface Source {
  readonly name: string | undefined;
  readonly origin: TextOrigin;
}

function keyOf({ name }: Pick<Operand, 'name'>, { start, end, choice }: TextOrigin): string {
  return `${start} ${end} ${name} ${JSON.stringify(choice)}`;
}

/** The literals of one text that some states stand on, each once. */
function sourcesIn(states: readonly SessionState[], uri: string): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const { name, origin } of states.flatMap(({ input, kernel }) => [input, kernel])) {
    if (origin.kind === 'text' && origin.uri === uri) sources.set(keyOf({ name }, origin), { name, origin });
  }
  return sources;
}

/** What an act has written moves with its text. */
function withShiftedEdit(state: SessionState, uri: string, changes: readonly TextChange[]): SessionState {
  const { wrote } = state;
  return wrote?.uri === uri && changes.length > 0 ? { ...state, wrote: shiftEdit(wrote, changes) } : state;
}

/** Changes the operands that come from one text; the notice tells of the last one that could not be read. */
function mapSources(
  state: SessionState,
  uri: string,
  change: (operand: Operand, origin: TextOrigin) => SourceChange,
): SessionState {
  const changed = (operand: Operand): SourceChange =>
    operand.origin.kind === 'text' && operand.origin.uri === uri ? change(operand, operand.origin) : { operand };
  const input = changed(state.input);
  const kernel = changed(state.kernel);
  const notice = input.notice ?? kernel.notice ?? noticeOfAct(state.notice);
  if (input.operand === state.input && kernel.operand === state.kernel && notice === state.notice) return state;
  return { ...state, input: input.operand, kernel: kernel.operand, notice };
}

/** What is told of an act stays until the next one. */
function noticeOfAct(notice: Notice | undefined): Notice | undefined {
  return notice && isAboutAct(notice) ? notice : undefined;
}

function isSource({ input, kernel }: SessionState, uri: string): boolean {
  return [input, kernel].some(({ origin }) => origin.kind === 'text' && origin.uri === uri);
}
