import { shortNumber } from '../../words/numberText';
import type { Fill } from '../colour/cellFills';
import { Popover } from '../parts/Popover';
import { scaleBackground } from '../parts/scaleBackground';
import { useLens } from '../state/lens';
import { CellFields } from './CellFields';

/** How cells look, and what the colours of each matrix stand for. */
export function CellsPopover() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const { settings } = model;
  const { inputLow, inputHigh, kernel, kernelLow, kernelHigh, signed, low, high } = facts.scale.value;
  const fills = facts.fills.value;
  const isSigned = settings.value.colours === 'signed';
  const inputMost = Math.max(-inputLow, inputHigh);
  return (
    <Popover title={t('Cells and colours')}>
      <div class="more">
        <CellFields />
      </div>
      <h3>{t('What the colours stand for')}</h3>
      <div class="scales">
        <Scale
          name={t('input')}
          fill={fills.input}
          low={isSigned && inputLow < 0 ? -inputMost : inputLow}
          high={isSigned && inputLow < 0 ? inputMost : inputHigh}
        />
        <Scale
          name={t('kernel')}
          fill={fills.kernel}
          low={isSigned ? -kernel : kernelLow}
          high={isSigned ? kernel : kernelHigh}
        />
        <Scale
          name={t('products, sum, map')}
          fill={fills.signed}
          low={isSigned ? -signed : low}
          high={isSigned ? signed : high}
        />
      </div>
    </Popover>
  );
}

interface ScaleProps {
  readonly name: string;
  readonly fill: Fill;
  readonly low: number;
  readonly high: number;
}

function Scale({ name, fill, low, high }: ScaleProps) {
  return (
    <>
      <span>{name}</span>
      <code>{shortNumber(low, 7)}</code>
      <i class="scale" style={{ background: scaleBackground(fill, low, high) }} />
      <code>{shortNumber(high, 7)}</code>
    </>
  );
}
