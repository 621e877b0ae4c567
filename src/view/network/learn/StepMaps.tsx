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
import type { LearnKept } from './learnKept';

interface StepMapsProps {
  readonly learned: LearnedAnswer;
  readonly shown: LearnedStep;
  readonly kept: LearnKept;
}

/** The side of a kernel's cells, smaller for larger kernels, larger for numbers that need an exponent. */
export function kernelSide(cols: number, most: number): number {
  if (most >= 1e5) return cols <= 3 ? 66 : 44;
  return cols <= 3 ? 46 : cols <= 5 ? 40 : 32;
}

/** Image ⊛ kernel = map, beside the map that is wanted; the hidden kernel once it may be seen. */
export function StepMaps({ learned, shown, kept }: StepMapsProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const palette = facts.palette.value;
  const { input, target, kernelShape, hidden } = learned;
  const image = wholeOf(input.data);
  const [map, wanted] = [wholeOf(shown.map), wholeOf(target.data)];
  const fill = sharedFill(palette, wanted);
  const size = [1, ...target.shape] as const;
  const { width } = model.size.value;
  const side = pictureSide(width, width >= 1000 ? 200 : 150);
  const isShown = hidden !== undefined && (kept.wanted === 'kernel' || kept.isRevealed);
  const most = [...(hidden ?? []), ...shown.kernel].reduce((all, one) => Math.max(all, Math.abs(one)), 0);
  const kernelFill = scaleFill(palette, Number.isFinite(most) ? most * 1.3 : 1);
  const grid = (label: string, numbers: Float64Array) => (
    <SmallGrid
      label={label}
      cols={kernelShape[1]}
      fill={kernelFill}
      side={kernelSide(kernelShape[1], most)}
      cells={Array.from(numbers, (value, cell) => ({
        value,
        label: t(
          'weight in row {0}, column {1}: {2}',
          Math.floor(cell / kernelShape[1]),
          cell % kernelShape[1],
          shortNumber(value),
        ),
      }))}
    />
  );
  return (
    <section class="operands" aria-label={t('This step')}>
      <PictureFigure caption={t('Image')}>
        <ValuesPicture
          label={t('Image')}
          shape={[1, ...input.shape]}
          held={image}
          fill={columnFill(palette, image, true)}
          side={side}
        />
      </PictureFigure>
      <span class="sign">⊛</span>
      <PictureFigure caption={<b>{t('learned kernel')}</b>}>{grid(t('Learned kernel'), shown.kernel)}</PictureFigure>
      <span class="sign">=</span>
      <PictureFigure caption={t('its map')}>
        <ValuesPicture label={t('The map of this step')} shape={size} held={map} fill={fill} side={side} />
      </PictureFigure>
      <PictureFigure caption={<b>{t('wanted map')}</b>}>
        <ValuesPicture label={t('Wanted map')} shape={size} held={wanted} fill={fill} side={side} />
      </PictureFigure>
      {isShown && hidden && (
        <PictureFigure caption={t('the kernel that makes it')}>
          {grid(t('The kernel that makes it'), hidden)}
        </PictureFigure>
      )}
    </section>
  );
}
