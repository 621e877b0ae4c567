import { useEffect, useRef, useState } from 'preact/hooks';
import type { readCellExpression } from '../../literals/text/cellExpression';
import { shortNumber } from '../../words/numberText';
import type { Translate } from '../../words/translate';
import type { CellAt } from '../state/lensModel';
import type { EditState } from './CellEditor';
import type { GridActs } from './gridActs';
import type { GridProps } from './gridView';

/** A cell being typed into, and what can be done with it. */
export interface CellEditing {
  readonly edit: (EditState & CellAt) | undefined;
  /** The typing began on the cell, not in its text, so that arrows lead to the next cell. */
  readonly isTypedOver: boolean;
  readonly isAt: (cell: CellAt) => boolean;
  readonly start: (cell: CellAt | undefined, text?: string) => void;
  /** Takes the number over if it reads as one; false where it does not. */
  readonly commit: () => boolean;
  readonly cancel: () => void;
}

interface Draft extends CellAt {
  readonly text: string;
  readonly typed: boolean;
  readonly was: string;
  readonly isFaulty: boolean;
}

/** Results follow the typing this long after the last key. */
const restMilliseconds = 120;

let reader: typeof readCellExpression | undefined;

/** What reads numbers comes behind the first picture, which needs none. */
async function loadReader(): Promise<void> {
  reader ??= (await import('../../literals/text/cellExpression')).readCellExpression;
}

/** Editing in place: the last good value counts until the new text reads as a number, and results follow it. */
export function useCellEditing(props: GridProps, { acts, root, setFocus, t }: EditingParts): CellEditing {
  const [draft, setShown] = useState<Draft>();
  const live = useRef<Draft | undefined>(undefined);
  const trial = useTrial(acts);
  const set = (next: Draft | undefined) => {
    live.current = next;
    setShown(next);
  };
  useEffect(() => void loadReader(), []);
  const isAt = (cell: CellAt) => live.current?.row === cell.row && live.current.col === cell.col;
  const cancel = () => {
    trial.end();
    set(undefined);
  };
  const commit = () => {
    const { current } = live;
    if (current === undefined) return true;
    if (current.text === current.was) {
      cancel();
      return true;
    }
    if (reader === undefined) {
      void loadReader().then(commit);
      return false;
    }
    const value = reader(current.text);
    if (value === undefined) {
      if (root.current?.contains(document.activeElement)) set({ ...current, isFaulty: true });
      else cancel();
      return false;
    }
    set(undefined);
    if (String(value) === current.was && !Object.is(value, -0)) trial.end();
    else trial.take(() => acts.commit(current, value));
    return true;
  };
  const type = (text: string) => {
    if (!live.current) return;
    set({ ...live.current, text, isFaulty: false });
    trial.follow(live.current, text);
  };
  return {
    edit: draft && editState(draft, t, type),
    isTypedOver: draft?.typed === true,
    isAt,
    start: (cell, text) => {
      const value = cell && props.cells?.at(cell.row, cell.col);
      if (cell === undefined || value === undefined || !acts.isEditable || isAt(cell)) return;
      setFocus(cell);
      set({ ...cell, text: text ?? String(value), typed: text !== undefined, was: String(value), isFaulty: false });
      if (text !== undefined) trial.follow(cell, text);
    },
    commit,
    cancel,
  };
}

/** What editing works with beside the grid's properties. */
export interface EditingParts {
  readonly acts: GridActs;
  readonly root: { readonly current: HTMLElement | null };
  readonly setFocus: (cell: CellAt) => void;
  readonly t: Translate;
}

/** Lets results follow what is typed, a moment after each key; text that is no number gives the old value back. */
function useTrial(acts: GridActs) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const tried = useRef<CellAt | undefined>(undefined);
  const newest = useRef(acts);
  newest.current = acts;
  const end = () => {
    clearTimeout(timer.current);
    if (tried.current) newest.current.tryOut(tried.current, undefined);
    tried.current = undefined;
  };
  useEffect(() => end, []);
  const follow = (cell: CellAt, text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const value = reader?.(text);
      if (value === undefined) return end();
      tried.current = cell;
      newest.current.tryOut(cell, value);
    }, restMilliseconds);
  };
  /** The act takes the place of what was tried out. */
  const take = (act: () => void) => {
    clearTimeout(timer.current);
    tried.current = undefined;
    act();
  };
  return { end, follow, take };
}

function editState(draft: Draft, t: Translate, onText: (text: string) => void): EditState & CellAt {
  const fault = draft.isFaulty
    ? t('“{0}” is no number; {1} still counts', draft.text, shortNumber(Number(draft.was), 8))
    : undefined;
  const label = t('Value of row {0}, column {1}', draft.row, draft.col);
  return { ...draft, fault, label, selectAll: !draft.typed, onText };
}
