import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { shortNumber } from '../../words/numberText';
import type { Fill } from '../colour/cellFills';
import { cssOf } from '../colour/rgb';
import type { Cells } from '../state/cells';
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
  const sum = facts.shown.value?.sum;
  const reached = model.showWhole.value ? steps : step;
  const ink = { most: facts.scale.value.signed, fill: facts.fills.value.signed };
  useEffect(() => observeWidth(canvas.current?.parentElement ?? undefined, setWidth), []);
  useEffect(() => {
    if (canvas.current !== null)
      paintBars(canvas.current, { width, places, data: facts.output.value, steps, reached, ...ink });
  }, [places, facts.output.value, reached, ink.fill, ink.most, width]);
  const goTo = (event: MouseEvent) => actions.goTo(places.stepAt(event.offsetX));
  const turn = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: cols, PageDown: -cols }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    model.playing.value = false;
    actions.goTo(step + by);
  };
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
      onKeyDown={turn}
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
          title={sum === undefined ? undefined : shortNumber(sum)}
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
  readonly data: Cells | undefined;
  readonly steps: number;
  readonly reached: number;
  readonly most: number;
  readonly fill: Fill;
}

function paintBars(canvas: HTMLCanvasElement, paint: BarsPaint): void {
  const ratio = (devicePixelRatio || 1) * canvas.currentCSSZoom;
  canvas.width = Math.round(paint.width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  const grey = getComputedStyle(canvas).color;
  context.fillStyle = grey;
  context.globalAlpha = 0.45;
  paintLines(context, paint);
  context.globalAlpha = 1;
  if (paint.places.barWidth < 1) paintColumns(context, paint, grey);
  else for (let step = 0; step < paint.steps; step++) paintBar(context, paint, step, grey);
}

function paintLines(context: CanvasRenderingContext2D, { places, steps }: BarsPaint): void {
  const row = rowLength(places, steps);
  for (let start = 0; start < steps; start += row) {
    const left = places.leftOf(start);
    const right = places.leftOf(Math.min(steps, start + row) - 1) + places.barWidth;
    context.fillRect(left, height / 2 - 0.5, right - left, 1);
  }
}

function paintBar(context: CanvasRenderingContext2D, paint: BarsPaint, step: number, grey: string): void {
  const { places, data, reached, most, fill } = paint;
  const { barWidth } = places;
  const value = data?.whole?.data[step] ?? Number.NaN;
  const left = places.leftOf(step);
  const inset = barWidth > 4 ? barWidth * 0.12 : 0;
  const middle = height / 2;
  context.fillStyle = grey;
  if (step > reached || Number.isNaN(value)) {
    if (barWidth >= 4) context.fillRect(left + barWidth / 2 - 1, middle - 1, 2, 2);
  } else if (value === 0) {
    if (barWidth >= 4) context.fillRect(left + inset, middle - 1, barWidth - 2 * inset, 2);
  } else {
    const share = Math.max(-1, Math.min(1, value / most));
    const size = Math.max(1.5, Math.abs(share) * (middle - 4));
    context.fillStyle = colourOf(fill, value, grey);
    context.fillRect(left + inset, share > 0 ? middle - size : middle, Math.max(0.6, barWidth - 2 * inset), size);
  }
}

/** With more steps than pixels: the strongest value that each pixel stands for. */
function paintColumns(
  context: CanvasRenderingContext2D,
  { width, steps, data, reached, most, fill }: BarsPaint,
  grey: string,
): void {
  const middle = height / 2;
  const values = data?.picture?.peaks ?? data?.whole?.data;
  const runs = values?.length ?? 0;
  const reachedRuns = ((reached + 1) / steps) * runs;
  for (let x = 0; x < width; x++) {
    const to = Math.min(runs, reachedRuns, Math.floor(((x + 1) / width) * runs));
    let strongest = 0;
    for (let run = Math.floor((x / width) * runs); run < to; run++) {
      const value = values?.[run] ?? 0;
      if (Math.abs(value) > Math.abs(strongest)) strongest = value;
    }
    const share = Math.max(-1, Math.min(1, strongest / most));
    const size = Math.abs(share) * (middle - 4);
    context.fillStyle = colourOf(fill, strongest, grey);
    context.fillRect(x, share > 0 ? middle - size : middle, 1, size);
  }
}

function colourOf(fill: Fill, value: number, otherwise: string): string {
  const colour = fill(value);
  return colour ? cssOf(colour) : otherwise;
}

function rowLength(places: BarPlaces, steps: number): number {
  if (places.rowGap === 0) return steps;
  let step = 1;
  while (step < steps && places.leftOf(step) - places.leftOf(step - 1) < places.barWidth + 1) step++;
  return step;
}
