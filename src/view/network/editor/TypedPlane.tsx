import { useState } from 'preact/hooks';
import { readCellExpression } from '../../../literals/text/cellExpression';
import { shortNumber } from '../../../words/numberText';
import { useWords } from '../../parts/words';

interface TypedPlaneProps {
  readonly label: string;
  readonly rows: number;
  readonly cols: number;
  readonly numbers: Float64Array;
  readonly onChange: (cell: number, value: number) => void;
}

/** Numbers in rows and columns that can be typed over. */
export function TypedPlane({ label, rows, cols, numbers, onChange }: TypedPlaneProps) {
  return (
    <span class="typed-plane" role="group" aria-label={label} style={{ gridTemplateColumns: `repeat(${cols}, 1fr)` }}>
      {Array.from({ length: rows * cols }, (_, cell) => (
        <TypedNumber
          key={cell}
          label={`${label} [${Math.floor(cell / cols)}, ${cell % cols}]`}
          value={numbers[cell] ?? 0}
          onChange={(value) => onChange(cell, value)}
        />
      ))}
    </span>
  );
}

interface TypedNumberProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function TypedNumber({ label, value, onChange }: TypedNumberProps) {
  const t = useWords();
  const [text, setText] = useState<string>();
  const typed = text === undefined ? value : readCellExpression(text);
  const isBad = typed === undefined || !Number.isFinite(typed);
  const commit = () => {
    if (text !== undefined && !isBad && typed !== value) onChange(typed);
    setText(undefined);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isBad}
      title={isBad ? t('no number') : String(value)}
      value={text ?? shortNumber(value, 6)}
      onFocus={(event) => {
        setText(String(value));
        const field = event.currentTarget;
        requestAnimationFrame(() => field.select());
      }}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setText(undefined);
        else return;
        event.stopPropagation();
      }}
    />
  );
}
