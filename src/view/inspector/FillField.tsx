import { useState } from 'preact/hooks';
import type { Fill } from '../../engine/convolution/conv2dParams';
import { readCellExpression } from '../../literals/text/cellExpression';
import { useLens } from '../state/lens';
import { Field } from './Field';

/** What the added cells hold. */
export function FillField() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const fill = model.snapshot.value?.params.fill;
  if (fill === undefined) return null;
  const names: Readonly<Record<Fill['kind'], string>> = {
    zeros: t('zeros'),
    constant: t('a number'),
    replicate: t('edge'),
    reflect: t('reflect'),
    symmetric: t('symmetric'),
    circular: t('circular'),
  };
  const choose = (kind: string) =>
    actions.setParams({
      fill: kind === 'constant' ? { kind, value: 1 } : { kind: kind as Exclude<Fill['kind'], 'constant'> },
    });
  return (
    <Field name={t('filled with')} kind="fill">
      <select
        aria-label={t('What the padding holds')}
        title={t('What the padding holds')}
        value={fill.kind}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {Object.entries(names).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      {fill.kind === 'constant' && <ConstantField value={fill.value} />}
    </Field>
  );
}

function ConstantField({ value }: { readonly value: number }) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const [text, setText] = useState<string>();
  const isBad = text !== undefined && readCellExpression(text) === undefined;
  const type = (typed: string) => {
    const number = readCellExpression(typed);
    setText(typed);
    if (number !== undefined) actions.setParams({ fill: { kind: 'constant', value: number } });
  };
  return (
    <span class="stepper">
      <input
        type="text"
        inputMode="decimal"
        aria-label={t('The number that fills the padding')}
        aria-invalid={isBad}
        value={text ?? String(value)}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => setText(undefined)}
      />
      {isBad && (
        <span class="field-fault" role="alert">
          {t('not a number; {0} still counts', value)}
        </span>
      )}
    </span>
  );
}
