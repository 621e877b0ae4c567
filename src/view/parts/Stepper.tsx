import { useEffect, useState } from 'preact/hooks';
import { useLens } from '../state/lens';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly title?: string;
  /** Without the buttons: a bare field that takes arrow keys. */
  readonly plain?: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number with a smaller and a larger neighbour; what is typed counts as soon as it is one. */
export function Stepper({ label, value, min, max, title, plain = false, onChange }: StepperProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [text, setText] = useState<string>();
  useEffect(() => setText(undefined), [value]);
  const isBad = text !== undefined && wholeIn(text, min, max) === undefined;
  const type = (typed: string) => {
    const whole = wholeIn(typed, min, max);
    setText(typed);
    if (whole !== undefined && whole !== value) onChange(whole);
  };
  const by = (step: number) => onChange(Math.max(min, Math.min(max, value + step)));
  const field = (
    <input
      type="text"
      inputMode="numeric"
      role="spinbutton"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-invalid={isBad}
      title={title ?? label}
      style={{ width: `${Math.max(2, String(text ?? value).length) + 1}ch` }}
      value={text ?? value}
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={() => setText(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') by(1);
        else if (event.key === 'ArrowDown') by(-1);
        else return;
        event.preventDefault();
      }}
    />
  );
  return (
    <span class={plain ? 'stepper plain' : 'stepper'}>
      {!plain && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('{0}: less', label)}
          disabled={value <= min}
          onClick={() => by(-1)}
        >
          −
        </button>
      )}
      {field}
      {!plain && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('{0}: more', label)}
          disabled={value >= max}
          onClick={() => by(1)}
        >
          +
        </button>
      )}
      {isBad && (
        <span class="field-fault" role="alert">
          {t('a whole number from {0} to {1}', min, max)}
        </span>
      )}
    </span>
  );
}

function wholeIn(text: string, min: number, max: number): number | undefined {
  const whole = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return whole >= min && whole <= max ? whole : undefined;
}
