import { useEffect, useState } from 'preact/hooks';
import { useScrub } from './scrub';
import { useWords } from './words';

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

/** A whole number with a smaller and a larger neighbour, which can be dragged like a slider; what is typed counts as soon as it is one. */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, plain = false, onChange } = props;
  const t = useWords();
  const [text, setText] = useState<string>();
  useEffect(() => setText(undefined), [value]);
  const isBad = text !== undefined && wholeIn(text, min, max) === undefined;
  const set = (next: number) => onChange(Math.max(min, Math.min(max, next)));
  const by = (step: number) => set(value + step);
  return (
    <span class={plain ? 'stepper plain' : 'stepper'}>
      {!plain && <StepButton label={t('{0}: less', label)} sign="−" isOff={value <= min} onPress={() => by(-1)} />}
      <StepField {...props} text={text} isBad={isBad} setText={setText} by={by} set={set} />
      {!plain && <StepButton label={t('{0}: more', label)} sign="+" isOff={value >= max} onPress={() => by(1)} />}
      {isBad && (
        <span class="field-fault" role="alert">
          {t('a whole number from {0} to {1}', min, max)}
        </span>
      )}
    </span>
  );
}

interface StepFieldProps extends StepperProps {
  readonly text: string | undefined;
  readonly isBad: boolean;
  readonly setText: (text: string | undefined) => void;
  readonly by: (step: number) => void;
  readonly set: (value: number) => void;
}

function StepField({ label, title, value, min, max, onChange, text, isBad, setText, by, set }: StepFieldProps) {
  const t = useWords();
  const scrub = useScrub(value, set);
  const type = (typed: string) => {
    const whole = wholeIn(typed, min, max);
    setText(typed);
    if (whole !== undefined && whole !== value) onChange(whole);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      role="spinbutton"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-invalid={isBad}
      title={t('{0}: drag sideways, or arrow keys', title ?? label)}
      style={{ width: `${Math.max(2, String(text ?? value).length) + 1}ch` }}
      value={text ?? value}
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={() => setText(undefined)}
      {...scrub}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        by(event.key === 'ArrowUp' ? 1 : -1);
        event.preventDefault();
      }}
    />
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

/** For the pointer alone: the field itself takes the arrow keys. */
function StepButton({ label, sign, isOff, onPress }: StepButtonProps) {
  return (
    <button type="button" tabIndex={-1} aria-label={label} disabled={isOff} onClick={onPress}>
      {sign}
    </button>
  );
}

function wholeIn(text: string, min: number, max: number): number | undefined {
  const whole = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return whole >= min && whole <= max ? whole : undefined;
}
