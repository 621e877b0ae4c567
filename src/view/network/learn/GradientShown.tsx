import { useState } from 'preact/hooks';
import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { bracketed, countText, shortNumber } from '../../../words/numberText';
import { useNetwork } from '../state/network';
import { GradientOperands } from './GradientOperands';
import { gradientCell, type LearnedStep } from './learnedStep';

interface GradientShownProps {
  readonly learned: LearnedAnswer;
  readonly shown: LearnedStep;
  /** While steps follow each other nobody can listen to each. */
  readonly isPlaying: boolean;
}

/** dL/dW cell by cell, each the sum of an input patch times the error: image ⊛ error = gradient. */
export function GradientShown({ learned, shown, isPlaying }: GradientShownProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const [chosen, choose] = useState(0);
  const { target, kernelShape, run } = learned;
  const [rows, cols] = kernelShape;
  const cell = Math.min(chosen, rows * cols - 1);
  const at = { row: Math.floor(cell / cols), col: cell % cols };
  const { products, sum } = gradientCell(learned, shown.error, at);
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
      <GradientOperands learned={learned} shown={shown} cell={cell} products={products} choose={choose} />
      <p class="formula gradient-sum" role={isPlaying ? undefined : 'status'}>
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
