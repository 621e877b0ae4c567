import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { conv2d } from '../../engine/convolution/conv2d';
import { defaultConv2dParams } from '../../engine/convolution/conv2dParams';
import { planConv2d } from '../../engine/convolution/planConv2d';
import { kernelSum } from '../../engine/kernels/kernelSum';
import type { KernelPreset } from '../../engine/kernels/presets';
import { isPlanProblem } from '../../engine/planProblem';
import type { Matrix } from '../../engine/tensor';
import type { Palette } from '../colour/palette';
import { cssOf, type Rgb } from '../colour/rgb';
import { useLens } from '../state/lens';
import { presetScene } from './presetScene';

/** What a preset makes of a small landscape, with its weights in the corner. */
export function PresetPicture({ preset: { matrix } }: { readonly preset: KernelPreset }) {
  const { facts } = useLens();
  const palette = facts.palette.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const answer = useMemo(() => answerTo(matrix), [matrix]);
  useLayoutEffect(() => {
    if (canvas.current && answer) paint(canvas.current, answer, colourOf(matrix, answer, palette));
  }, [answer, palette]);
  return (
    <span class="preset-picture" aria-hidden="true">
      {answer && <canvas ref={canvas} width={answer.shape[1]} height={answer.shape[0]} />}
      <Weights matrix={matrix} />
    </span>
  );
}

let scene: Matrix | undefined;

/** The map of the landscape, as large as it is. */
function answerTo(kernel: Matrix): Matrix | undefined {
  scene ??= presetScene();
  const params = { ...defaultConv2dParams, padding: { kind: 'same_upper' }, fill: { kind: 'replicate' } } as const;
  const plan = planConv2d(scene.shape, kernel.shape, params);
  if (isPlanProblem(plan)) return undefined;
  const input = { shape: plan.inputShape, data: scene.data };
  const weights = { shape: plan.kernelShape, data: kernel.data };
  return { shape: scene.shape, data: conv2d(plan, input, weights).data };
}

/** Where even areas stay as they are it is a picture again; elsewhere signs are what counts. */
function colourOf(kernel: Matrix, { data }: Matrix, palette: Palette): (value: number) => Rgb {
  if (kernelSum(kernel).constant === 'kept') return (value) => palette.grey(Math.max(0, Math.min(1, value)));
  const most = data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  return (value) => palette.signed(value / most);
}

function paint(canvas: HTMLCanvasElement, { shape: [rows, cols], data }: Matrix, colour: (value: number) => Rgb): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(cols, rows);
  for (const [i, value] of data.entries()) {
    const { r, g, b } = colour(value);
    image.data.set([r, g, b, 255], i * 4);
  }
  context.putImageData(image, 0, 0);
}

/** The weights: sign by colour, size by strength, and a dash or cross besides. */
function Weights({ matrix }: { readonly matrix: Matrix }) {
  const { facts } = useLens();
  const palette = facts.palette.value;
  const [rows, cols] = matrix.shape;
  const most = matrix.data.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return (
    <svg viewBox={`0 0 ${cols * 12} ${rows * 12}`} aria-hidden="true">
      {Array.from(matrix.data, (weight, index) => {
        const x = (index % cols) * 12;
        const y = Math.floor(index / cols) * 12;
        const sign = weight < 0 ? `M${x + 4} ${y + 6}h4` : `M${x + 4} ${y + 6}h4M${x + 6} ${y + 4}v4`;
        return (
          <g key={index}>
            <rect
              x={x + 0.75}
              y={y + 0.75}
              width="10.5"
              height="10.5"
              rx="1.5"
              fill={cssOf(palette.signed(weight / most))}
              class={weight === 0 ? 'none' : ''}
            />
            {weight !== 0 && <path d={sign} class={Math.abs(weight) > most * 0.55 ? 'strong' : 'weak'} />}
          </g>
        );
      })}
    </svg>
  );
}
