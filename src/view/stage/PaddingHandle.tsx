import { useRef } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { GridPlace } from '../layout/geometryBox';
import { useLens } from '../state/lens';

interface HandleProps {
  readonly place: GridPlace;
  readonly plan: Conv2dPlan;
  /** Below the line of the ring, where a caption stands right over it. */
  readonly isLow: boolean;
}

/** The corner of the ring: drag it, or turn it with the arrow keys, for the same padding on all sides. */
export function PaddingHandle({ place, plan, isLow }: HandleProps) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const grip = useRef<{ readonly x: number; readonly amount: number } | undefined>(undefined);
  const amount = plan.width.before;
  const set = (next: number) => {
    const whole = Math.max(0, Math.min(32, next));
    if (whole !== amount || plan.width.after !== whole)
      actions.setParams({ padding: whole === 0 ? { kind: 'valid' } : { kind: 'all', amount: whole } });
  };
  return (
    <div
      class={isLow ? 'handle low' : 'handle'}
      role="slider"
      tabIndex={0}
      aria-label={t('Padding on all sides')}
      aria-valuemin={0}
      aria-valuemax={32}
      aria-valuenow={amount}
      title={t('Drag for more or less padding  [ ]')}
      style={{ left: `${place.x + place.cols * place.cell - 12}px`, top: `${place.y - (isLow ? 0 : 12)}px` }}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        set(amount + step);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, amount };
      }}
      onPointerMove={(event) => {
        const { current } = grip;
        const cell = Math.max(14, place.cell) * event.currentTarget.currentCSSZoom;
        if (current !== undefined) set(current.amount + Math.round((event.clientX - current.x) / cell));
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
    />
  );
}
