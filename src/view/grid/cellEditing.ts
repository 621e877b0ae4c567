import { useEffect, useRef, useState } from 'preact/hooks';
import type { readNumber } from '../../literals/text/number';
import type { Translate } from '../../words/translate';
import type { CellAt } from '../state/lensModel';
import type { EditState } from './CellEditor';
import type { GridProps } from './gridView';

/** A cell being typed into, and what can be done with it. */
export interface CellEditing {
  readonly edit: (EditState & CellAt) | undefined;
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

let reader: typeof readNumber | undefined;

/** What reads numbers comes behind the first picture, which needs none. */
async function loadReader(): Promise<void> {
  reader ??= (await import('../../literals/text/number')).readNumber;
}

/** Editing in place: the last good value counts until the new text reads as a number. */
export function useCellEditing(
  props: GridProps,
  root: { readonly current: HTMLElement | null },
  setFocus: (cell: CellAt) => void,
  t: Translate,
): CellEditing {
  const [draft, setShown] = useState<Draft>();
  const live = useRef<Draft | undefined>(undefined);
  const set = (next: Draft | undefined) => {
    live.current = next;
    setShown(next);
  };
  useEffect(() => void loadReader(), []);
  const isAt = (cell: CellAt) => live.current?.row === cell.row && live.current.col === cell.col;
  const commit = () => {
    const { current } = live;
    if (current === undefined) return true;
    if (current.text === current.was) {
      set(undefined);
      return true;
    }
    if (reader === undefined) {
      void loadReader().then(commit);
      return false;
    }
    const value = reader(current.text);
    if (value === undefined) {
      if (root.current?.contains(document.activeElement)) set({ ...current, isFaulty: true });
      else set(undefined);
      return false;
    }
    set(undefined);
    if (String(value) !== current.was || Object.is(value, -0)) props.onCommit?.(current, value);
    return true;
  };
  return {
    edit: draft && editState(draft, t, (text) => live.current && set({ ...live.current, text, isFaulty: false })),
    isAt,
    start: (cell, text) => {
      const value = cell && props.cells?.at(cell.row, cell.col);
      if (cell === undefined || value === undefined || props.onCommit === undefined || isAt(cell)) return;
      setFocus(cell);
      set({ ...cell, text: text ?? String(value), typed: text !== undefined, was: String(value), isFaulty: false });
    },
    commit,
    cancel: () => set(undefined),
  };
}

function editState(draft: Draft, t: Translate, onText: (text: string) => void): EditState & CellAt {
  const fault = draft.isFaulty ? t('“{0}” is no number; {1} still counts', draft.text, draft.was) : undefined;
  const label = t('Value of row {0}, column {1}', draft.row, draft.col);
  return { ...draft, fault, label, selectAll: !draft.typed, onText };
}
