import type * as vscode from 'vscode';
import type { Operand } from '../session/operand';
import { type Arrangement, arrangements, arrangementsOf } from '../session/planeLayout';

const key = 'convolutionLens.arrangements';

/** The oldest are forgotten first. */
const mostRemembered = 500;

/** Numbers that tell a text without a name from others. */
const toldNumbers = 64;

/** How the person has said that the axes of a text are meant, in this workspace: each text is asked about once. */
export class ReadingMemory {
  constructor(private readonly store: vscode.Memento) {}

  /** The arrangement that the person has given a matrix of this place before, if it still fits. */
  recall(operand: Operand): Arrangement | undefined {
    const known = this.all().find(([place]) => place === placeOf(operand))?.[1];
    return arrangementsOf(operand.tensor.shape).find((arrangement) => arrangement === known);
  }

  remember(operand: Operand): void {
    const { arrangement } = operand;
    if (arrangement === undefined) return;
    const place = placeOf(operand);
    const others = this.all().filter(([one]) => one !== place);
    void this.store.update(key, [...others, [place, arrangement]].slice(-mostRemembered));
  }

  private all(): readonly (readonly [place: string, arrangement: Arrangement])[] {
    const stored = this.store.get<unknown>(key);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function isEntry(entry: unknown): entry is [string, Arrangement] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && arrangements.includes(entry[1]);
}

/** A text keeps its place as long as its name stays; one without a name as long as its first numbers do. */
function placeOf({ name, origin, tensor }: Operand): string {
  const where = origin.kind === 'text' ? origin.uri : origin.kind;
  return `${where} ${name ?? Array.from(tensor.data.subarray(0, toldNumbers)).join(' ')}`;
}
