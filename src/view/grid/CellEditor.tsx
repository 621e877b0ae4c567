import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CellLook } from './gridView';

/** A cell that is being typed into. */
export interface EditState {
  readonly col: number;
  readonly text: string;
  readonly was: string;
  /** What is wrong with the text; undefined while it reads as a number. */
  readonly fault: string | undefined;
  readonly label: string;
  readonly selectAll: boolean;
  readonly onText: (text: string) => void;
}

/** The text field in a cell; its keys are handled by the grid. */
export function CellEditor({ row, edit, look }: { row: number; edit: EditState; look: CellLook }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    if (edit.selectAll) field.current?.select();
  }, []);
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      class={`cell editing${edit.fault ? ' invalid' : ''}`}
      aria-rowindex={row + 1}
      aria-colindex={edit.col + 1}
      data-row={row}
      data-col={edit.col}
      data-value={edit.was}
      style={{ fontSize: `${Math.max(12, look.fontSize - 2)}px` }}
    >
      <input
        ref={field}
        type="text"
        inputMode="decimal"
        spellcheck={false}
        autocomplete="off"
        aria-label={edit.label}
        aria-invalid={edit.fault !== undefined}
        value={edit.text}
        onInput={(event) => edit.onText(event.currentTarget.value)}
      />
      {edit.fault !== undefined && (
        <span class="fault" role="alert">
          {edit.fault}
        </span>
      )}
    </div>
  );
}
