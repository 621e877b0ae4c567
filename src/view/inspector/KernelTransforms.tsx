import { useState } from 'preact/hooks';
import { kernelSum } from '../../engine/kernels/kernelSum';
import type { Orientation } from '../../engine/kernels/orientation';
import { readCellExpression } from '../../literals/text/cellExpression';
import type { Translate } from '../../words/translate';
import { useLens } from '../state/lens';

/** Turning, mirroring and scaling the kernel that is there, each one act. A button that is done keeps the focus. */
export function KernelTransforms() {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const weights = facts.kernel.value?.whole;
  const hasSum = weights !== undefined && kernelSum(weights).constant === 'scaled';
  return (
    <div class="tool-row" role="group" aria-label={t('Change the kernel')}>
      {orientationButtons(t).map(({ orientation, name, sign, does }) => (
        <button
          key={orientation}
          type="button"
          title={does}
          aria-label={does}
          data-orientation={orientation}
          onClick={() => actions.act({ kind: 'orient', side: 'kernel', orientation })}
        >
          {name} <span aria-hidden="true">{sign}</span>
        </button>
      ))}
      <button
        type="button"
        title={t('Every weight with the other sign')}
        onClick={() => actions.act({ kind: 'scale', side: 'kernel', factor: -1 })}
      >
        {t('Negate')} <span aria-hidden="true">±</span>
      </button>
      <button
        type="button"
        aria-disabled={!hasSum}
        title={
          hasSum
            ? t('Divide by the sum of the weights, so that they sum to 1')
            : t('The weights sum to 0 or to 1 already: there is nothing to divide by')
        }
        onClick={() => hasSum && actions.act({ kind: 'normalise', side: 'kernel' })}
      >
        {t('Normalise')}
      </button>
      <ScaleField />
    </div>
  );
}

interface OrientationButton {
  readonly orientation: Orientation;
  readonly name: string;
  readonly sign: string;
  readonly does: string;
}

function orientationButtons(t: Translate): readonly OrientationButton[] {
  return [
    { orientation: 'turned-90', name: t('Turn'), sign: '↻', does: t('Turn by 90°, clockwise') },
    { orientation: 'mirrored-left-right', name: t('Mirror'), sign: '↔', does: t('Mirror left and right') },
    { orientation: 'mirrored-top-bottom', name: t('Mirror'), sign: '↕', does: t('Mirror top and bottom') },
    { orientation: 'transposed', name: t('Transpose'), sign: '⤡', does: t('Transpose: rows become columns') },
  ];
}

/** A factor for every weight, which Enter applies. */
function ScaleField() {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const [text, setText] = useState('');
  const factor = readCellExpression(text);
  const isBad = text.trim() !== '' && factor === undefined;
  const apply = () => {
    if (factor === undefined) return;
    actions.act({ kind: 'scale', side: 'kernel', factor });
    setText('');
  };
  return (
    <span class="tool-pair">
      ×
      <span class="stepper">
        <input
          type="text"
          inputMode="decimal"
          size={6}
          placeholder="1/9"
          aria-label={t('Factor for every weight, such as 1/9')}
          aria-invalid={isBad}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply();
          }}
        />
        {isBad && (
          <span class="field-fault" role="alert">
            {t('“{0}” is no number', text)}
          </span>
        )}
      </span>
      <button type="button" aria-disabled={factor === undefined} onClick={apply}>
        {t('Scale')}
      </button>
    </span>
  );
}
