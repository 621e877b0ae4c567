import { useRef } from 'preact/hooks';
import type { SentActivation } from '../../../session/network/networkRequest';
import { moveText } from '../../../words/sceneWords';
import type { Fill } from '../../colour/cellFills';
import { PictureFigure } from '../parts/PictureFigure';
import { pictureOf } from '../parts/picturePlaces';
import { ValuesPicture } from '../parts/ValuesPicture';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';

type Move = readonly [number, number];

interface MovedImageProps {
  readonly image: Column;
  readonly moved: SentActivation | undefined;
  readonly fill: Fill;
  readonly side: number;
  readonly by: Move;
  readonly onMove: (by: Move) => void;
}

const steps: Readonly<Record<string, Move>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The picture that is dragged, by pointer, keys or buttons; Home brings it back. */
export function MovedImage({ image, moved, fill, side, by, onMove }: MovedImageProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const shape = image.shape?.length === 3 ? image.shape : ([1, 1, 1] as const);
  const single = [1, shape[1], shape[2]] as const;
  const drag = useDrag(by, (model.theme.value.scale * pictureOf(single, side).width) / shape[2], onMove);
  const held = moved ?? image.held;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!step && event.key !== 'Home')) return;
    onMove(step ? [by[0] + step[0], by[1] + step[1]] : [0, 0]);
    event.preventDefault();
  };
  return (
    <PictureFigure
      caption={
        <>
          <b>{t('Image')}</b> {t('moved by {0}', moveText(by))}
        </>
      }
      below={t('Drag it, or arrow keys; Home brings it back. What comes in is 0.')}
    >
      <div
        role="application"
        class="moved-image"
        aria-roledescription={t('picture that can be moved')}
        aria-label={t('Image, moved by {0}: arrow keys move it, Home brings it back', moveText(by))}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...drag}
      >
        {held && (
          <ValuesPicture label={t('Moved image')} shape={moved ? single : shape} held={held} fill={fill} side={side} />
        )}
      </div>
      <MoveButtons by={by} onMove={onMove} />
    </PictureFigure>
  );
}

function MoveButtons({ by, onMove }: Pick<MovedImageProps, 'by' | 'onMove'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const button = (label: string, sign: string, [down, right]: Move) => (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={label}
      onClick={() => onMove([by[0] + down, by[1] + right])}
    >
      {sign}
    </button>
  );
  return (
    <span class="move-buttons" role="group" aria-label={t('Move the image')}>
      {button(t('Up'), '↑', [-1, 0])}
      {button(t('Down'), '↓', [1, 0])}
      {button(t('Left'), '←', [0, -1])}
      {button(t('Right'), '→', [0, 1])}
      <button type="button" disabled={by[0] === 0 && by[1] === 0} onClick={() => onMove([0, 0])}>
        {t('Back')}
      </button>
    </span>
  );
}

/** Whole cells that the pointer went since it took hold. */
function useDrag(by: Move, scale: number, onMove: (by: Move) => void) {
  const held = useRef<{ readonly x: number; readonly y: number; readonly by: Move } | undefined>(undefined);
  const end = () => {
    held.current = undefined;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      held.current = { x: event.clientX, y: event.clientY, by };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const from = held.current;
      if (!from) return;
      const cells = (pixels: number) => Math.round(pixels / scale);
      const [down, right] = [from.by[0] + cells(event.clientY - from.y), from.by[1] + cells(event.clientX - from.x)];
      if (down !== by[0] || right !== by[1]) onMove([down, right]);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
