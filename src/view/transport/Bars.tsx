import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Matrix } from '../../engine/tensor';
import { shortNumber } from '../../words/numberText';
import { cssOf } from '../colour/rgb';
import { useLens } from '../state/lens';
import { type BarPlaces, barPlaces } from './barPlaces';

const height = 44;

/** The map's values as bars, one for each step: a slider through all steps. */
export function Bars() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(300);
  const steps = facts.steps.value;
  const cols = facts.plan.value?.width.outputSize ?? 1;
  const places = useMemo(() => barPlaces(width, steps, cols), [width, steps, cols]);
  const step = facts.shown.value?.step ?? model.step.value;
  const reached = model.showWhole.value ? steps : step;
  const ink = { most: facts.scale.value.signed, signed: facts.palette.value.signed };
  useEffect(() => observeWidth(canvas.current?.parentElement ?? undefined, setWidth), []);
  useEffect(() => {
    if (canvas.current !== null)
      paintBars(canvas.current, { width, places, data: facts.output.value, steps, reached, ...ink });
  }, [places, facts.output.value, reached, ink.signed, ink.most, width]);
  const goTo = (event: MouseEvent) => actions.goTo(places.stepAt(event.offsetX));
  const marker = Math.max(places.barWidth, 8);
  return (
    <div
      class="bars"
      role="slider"
      tabIndex={0}
      aria-label={t('Step')}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, steps)}
      aria-valuenow={step + 1}
      aria-valuetext={t('step {0} of {1}', step + 1, steps)}
      title={t('Every bar is a cell of the map; drag to go through them  ← →')}
    >
      <canvas
        ref={canvas}
        style={{ width: `${width}px`, height: `${height}px` }}
        onPointerDown={(event) => startScrub(event, goTo, model)}
        onPointerMove={(event) => event.buttons === 1 && goTo(event)}
      />
      {steps > 0 && (
        <i
          class="bar-now"
          style={{ left: `${places.leftOf(step) + places.barWidth / 2 - marker / 2 - 3}px`, width: `${marker + 6}px` }}
          title={shortNumber(facts.shown.value?.sum ?? 0)}
        />
      )}
    </div>
  );
}

function startScrub(
  event: PointerEvent,
  goTo: (event: MouseEvent) => void,
  model: { readonly playing: { value: boolean } },
): void {
  model.playing.value = false;
  (event.currentTarget as Element).setPointerCapture(event.pointerId);
  goTo(event);
}

function observeWidth(element: HTMLElement | undefined, setWidth: (width: number) => void): (() => void) | undefined {
  if (element === undefined) return undefined;
  setWidth(element.clientWidth);
  const observer = new ResizeObserver(() => setWidth(element.clientWidth));
  observer.observe(element);
  return () => observer.disconnect();
}

interface BarsPaint {
  readonly width: number;
  readonly places: BarPlaces;
  readonly data: Matrix | undefined;
  readonly steps: number;
  readonly reached: number;
  readonly most: number;
  readonly signed: (share: number) => Parameters<typeof cssOf>[0];
}

function paintBars(canvas: HTMLCanvasElement, { width, places, data, steps, reached, most, signed }: BarsPaint): void {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  const middle = height / 2;
  const grey = getComputedStyle(canvas).color;
  context.fillStyle = grey;
  context.globalAlpha = 0.45;
  for (
    let start = 0;
    start < steps;
    start += Math.max(1, Math.round(places.rowGap > 0 ? rowLength(places, steps) : steps))
  )
    context.fillRect(
      places.leftOf(start),
      middle - 0.5,
      places.leftOf(Math.min(steps, start + rowLength(places, steps)) - 1) + places.barWidth - places.leftOf(start),
      1,
    );
  const stride = Math.max(1, Math.floor(steps / (width * 4)));
  for (let step = 0; step < steps; step += stride) {
    const value = data?.data[step];
    const left = places.leftOf(step);
    const isShown = value !== undefined && step <= reached && !Number.isNaN(value);
    context.globalAlpha = 1;
    if (!isShown || value === 0) {
      if (places.barWidth < 4) continue;
      context.fillStyle = grey;
      if (isShown) context.fillRect(left + places.barWidth * 0.12, middle - 1, places.barWidth * 0.76, 2);
      else context.fillRect(left + places.barWidth / 2 - 1, middle - 1, 2, 2);
      continue;
    }
    const share = Math.max(-1, Math.min(1, value / most));
    const size = Math.max(1.5, Math.abs(share) * (middle - 4));
    const inset = places.barWidth > 4 ? places.barWidth * 0.12 : 0;
    context.fillStyle = cssOf(signed(share));
    context.fillRect(
      left + inset,
      share > 0 ? middle - size : middle,
      Math.max(0.6, places.barWidth - 2 * inset),
      size,
    );
  }
}

function rowLength(places: BarPlaces, steps: number): number {
  if (places.rowGap === 0) return steps;
  let step = 1;
  while (step < steps && places.leftOf(step) - places.leftOf(step - 1) < places.barWidth + 1) step++;
  return step;
}
