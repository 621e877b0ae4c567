import { useState } from 'preact/hooks';
import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { bracketed, countText, shortNumber } from '../../../words/numberText';
import { columnFill } from '../layers/columnFill';
import { PictureFigure } from '../parts/PictureFigure';
import { pictureSide } from '../parts/pictureSide';
import { SmallGrid } from '../parts/SmallGrid';
import { ValuesPicture } from '../parts/ValuesPicture';
import { scaleFill, sharedFill, wholeOf } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import { gradientCell, type LearnedStep } from './learnedStep';
import { kernelSide } from './StepMaps';

interface GradientShownProps {
  readonly learned: LearnedAnswer;
  readonly shown: LearnedStep;
}

/** dL/dW cell by cell, each the sum of an input patch times the error: image ⊛ error = gradient. */
export function GradientShown({ learned, shown }: GradientShownProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const palette = facts.palette.value;
  const [chosen, choose] = useState(0);
  const { input, target, kernelShape, run } = learned;
  const [rows, cols] = kernelShape;
  const cell = Math.min(chosen, rows * cols - 1);
  const at = { row: Math.floor(cell / cols), col: cell % cols };
  const { products, sum } = gradientCell(learned, shown.error, at);
  const image = wholeOf(input.data);
  const [error, product] = [wholeOf(shown.error), wholeOf(products)];
  const size = [1, ...target.shape] as const;
  const { width } = model.size.value;
  const side = pictureSide(width, width >= 1000 ? 180 : 150);
  const most = shown.gradient.reduce((all, one) => Math.max(all, Math.abs(one)), 0);
  const weight = shown.kernel[cell]!;
  return (
    <section class="steps-of" aria-label={t('Gradient of the kernel')}>
      <h2>
        <b>{t('The kernel’s gradient is itself a convolution')}</b>
      </h2>
      <p class="say">
        {t(
          'The error dL/dY, 2 · (map − wanted) / {0}, slides over the image as a kernel: each place gives one number of dL/dW. Choose one.',
          countText(target.data.length),
        )}
      </p>
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
      <p class="formula gradient-sum" role="status">
        {t(
          'These {0} products add up to dL/dW[{1}, {2}] = {3}.',
          countText(products.length),
          at.row,
          at.col,
          shortNumber(sum, 8),
        )}
      </p>
      <p class="formula">
        {t(
          'The next weight: {0} − {1} · {2} = {3}',
          shortNumber(weight, 6),
          shortNumber(run.rate, 5),
          bracketed(sum, 6),
          shortNumber(weight - run.rate * sum, 6),
        )}
      </p>
    </section>
  );
}
