import { useSignalEffect } from '@preact/signals';
import { wholePicture } from '../../protocol/keptView';
import { cellsBox, type GridPlace } from '../layout/geometryBox';
import { broughtIn, mostScale, scaledAt } from '../layout/zoom';
import { useLens } from '../state/lens';

/** Less, the scale, and more; 100 % is one pixel for a cell. Follows the step where only a part is seen. */
export function ZoomControl({ view }: { readonly view: GridPlace }) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  useStepInView();
  const { scale } = model.zoom.value;
  const width = view.cols * view.cell;
  if (width < leastWidth.inside || model.presenting.value) return null;
  const isInside = width < leastWidth.above;
  const left = view.x + width - (isInside ? boxWidth.inside : boxWidth.above);
  const top = isInside ? view.y : view.y - 24;
  const percent = view.cell * scale * 100;
  const by = (factor: number) => {
    const most = Math.min(scale * factor, mostScale(view));
    model.zoom.value = scaledAt(model.zoom.value, most, { x: 0.5, y: 0.5 });
  };
  return (
    <div
      class={isInside ? 'caption at-end zoom inside' : 'caption at-end zoom'}
      data-zoomed={scale > 1}
      style={{ left: `${left}px`, top: `${top}px` }}
    >
      <button type="button" class="quiet" aria-label={t('Zoom out')} title={t('Zoom out  −')} onClick={() => by(0.5)}>
        −
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t('{0} percent: show the whole picture', Math.round(percent))}
        title={t('The whole picture  0\nCtrl and the wheel, or a pinch, zoom at the pointer; drag to move')}
        onClick={() => {
          model.zoom.value = wholePicture;
        }}
      >
        {`${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`}
      </button>
      <button type="button" class="quiet" aria-label={t('Zoom in')} title={t('Zoom in  +')} onClick={() => by(2)}>
        +
      </button>
    </div>
  );
}

/** Narrower pictures have no room for it beside their caption, and it comes over their corner when it is looked for. */
const leastWidth = { above: 320, inside: 110 };
const boxWidth = { above: 150, inside: 108 };

function useStepInView(): void {
  const { facts, model } = useLens();
  useSignalEffect(() => {
    const plan = facts.plan.value;
    const step = model.step.value;
    const zoom = model.zoom.peek();
    if (plan === undefined || zoom.scale === 1) return;
    const { height, width } = plan;
    const [row, col] = [Math.floor(step / width.outputSize), step % width.outputSize];
    const whole = { x: 0, y: 0, cell: 1, rows: height.paddedSize, cols: width.paddedSize };
    const patch = cellsBox(whole, row * height.stride, col * width.stride, height.span, width.span);
    model.zoom.value = broughtIn(zoom, {
      x: patch.x / width.paddedSize,
      y: patch.y / height.paddedSize,
      width: patch.width / width.paddedSize,
      height: patch.height / height.paddedSize,
    });
  });
}
