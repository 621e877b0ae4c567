import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { shortNumber } from '../../../words/numberText';
import { columnFill } from '../layers/columnFill';
import { PictureFigure } from '../parts/PictureFigure';
import { pictureSide } from '../parts/pictureSide';
import { SmallGrid } from '../parts/SmallGrid';
import { ValuesPicture } from '../parts/ValuesPicture';
import { scaleFill, sharedFill, wholeOf } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import type { LearnedStep } from './learnedStep';
import { kernelSide } from './StepMaps';

interface GradientOperandsProps {
  readonly learned: LearnedAnswer;
  readonly shown: LearnedStep;
  /** The chosen cell of the kernel, and what its patch and the error give cell by cell. */
  readonly cell: number;
  readonly products: Float64Array;
  readonly choose: (cell: number) => void;
}

/** Image ⊛ error = gradient, and the products behind the chosen cell. */
export function GradientOperands({ learned, shown, cell, products, choose }: GradientOperandsProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const palette = facts.palette.value;
  const { input, target, kernelShape } = learned;
  const cols = kernelShape[1];
  const at = { row: Math.floor(cell / cols), col: cell % cols };
  const image = wholeOf(input.data);
  const [error, product] = [wholeOf(shown.error), wholeOf(products)];
  const size = [1, ...target.shape] as const;
  const { width } = model.size.value;
  const side = pictureSide(width, width >= 1000 ? 180 : 150);
  const most = shown.gradient.reduce((all, one) => Math.max(all, Math.abs(one)), 0);
  return (
    <div class="operands">
      <PictureFigure caption={t('Image, with the patch')}>
        <ValuesPicture
          label={t('Image, with the patch')}
          shape={[1, ...input.shape]}
          held={image}
          fill={columnFill(palette, image, true)}
          side={side}
          framed={{ x: at.col, y: at.row, width: target.shape[1], height: target.shape[0] }}
        />
      </PictureFigure>
      <span class="sign">⊛</span>
      <PictureFigure caption={t('error dL/dY')}>
        <ValuesPicture
          label={t('Error of the map')}
          shape={size}
          held={error}
          fill={sharedFill(palette, error)}
          side={side}
        />
      </PictureFigure>
      <span class="sign">=</span>
      <PictureFigure caption={<b>{t('gradient dL/dW')}</b>}>
        <SmallGrid
          label={t('Gradient of the kernel')}
          cols={cols}
          fill={scaleFill(palette, Number.isFinite(most) ? most : 1)}
          side={kernelSide(cols, most)}
          cells={Array.from(shown.gradient, (value, i) => ({
            value,
            label: t('gradient in row {0}, column {1}: {2}', Math.floor(i / cols), i % cols, shortNumber(value)),
            look: i === cell ? 'taken' : undefined,
            onPick: () => choose(i),
          }))}
        />
      </PictureFigure>
      <PictureFigure caption={t('patch × error, cell by cell')}>
        <ValuesPicture
          label={t('Products of the patch and the error')}
          shape={size}
          held={product}
          fill={sharedFill(palette, product)}
          side={side}
        />
      </PictureFigure>
    </div>
  );
}
