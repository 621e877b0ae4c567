import * as vscode from 'vscode';

const key = 'convolutionLens.inputShapes';

/** The oldest are forgotten first. */
const mostRemembered = 300;

type Shape = readonly (number | undefined)[];
/** Sizes that are not known are null in what is stored. */
type Entry = readonly [place: string, layer: string, shape: readonly (number | null)[]];

/** The input shapes that the person has given to the models of a text, in this workspace. */
export class InputShapeMemory implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  /** Fires with every answer. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly store: vscode.Memento) {}

  dispose(): void {
    this.changes.dispose();
  }

  /** The shapes given for a text, by the model or the call that they are for. */
  recall(uri: vscode.Uri): Readonly<Record<string, Shape>> {
    const place = placeOf(uri);
    const own = this.all().filter(([one]) => one === place);
    return Object.fromEntries(own.map(([, layer, shape]) => [layer, shape.map((size) => size ?? undefined)]));
  }

  remember(uri: vscode.Uri, layer: string, shape: Shape): void {
    const place = placeOf(uri);
    const others = this.all().filter(([one, other]) => one !== place || other !== layer);
    const entry: Entry = [place, layer, shape.map((size) => size ?? null)];
    void this.store.update(key, [...others, entry].slice(-mostRemembered));
    this.changes.fire();
  }

  private all(): readonly Entry[] {
    const stored = this.store.get<unknown>(key);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

/** All cells of a notebook are one text. */
function placeOf(uri: vscode.Uri): string {
  return uri
    .with({ fragment: '', ...(uri.scheme === 'vscode-notebook-cell' ? { scheme: 'notebook' } : {}) })
    .toString();
}

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry)) return false;
  const [place, layer, shape] = entry;
  const isSize = (size: unknown) => size === null || (Number.isSafeInteger(size) && Number(size) > 0);
  return typeof place === 'string' && typeof layer === 'string' && Array.isArray(shape) && shape.every(isSize);
}
