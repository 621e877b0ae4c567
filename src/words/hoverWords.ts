import { type Conv2dParams, defaultConv2dParams } from '../engine/convolution/conv2dParams';
import { outputSizeFormula } from '../engine/convolution/formula';
import { planConv2d } from '../engine/convolution/planConv2d';
import { valueRange } from '../engine/picture/valueRange';
import { isPlanProblem } from '../engine/planProblem';
import type { Translate } from './translate';

/** What a hover over a literal is made from. */
export interface HoverFacts {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  /** Size of one plane. */
  readonly rows: number;
  readonly cols: number;
  readonly kernels: readonly (readonly [rows: number, cols: number])[];
}

/** What a hover says, as Markdown without anything of the person's text. */
export interface HoverText {
  /** Shape and range, to stand after the name. */
  readonly headline: string;
  /** Output sizes with the numbers put into the formula. */
  readonly table: string;
  /** The formula itself. */
  readonly legend: string;
}

/** The sentences of a hover over a literal. */
export function hoverText(t: Translate, facts: HoverFacts): HoverText {
  const { min, max } = valueRange(facts.data);
  const range = min <= max ? t('{0} to {1}', numberText(min), numberText(max)) : t('no finite number');
  const headline = `${facts.shape.join(' × ')}, ${range}`;
  const head = `| | ${facts.kernels.map((kernel) => t('{0} kernel', kernel.join(' × '))).join(' | ')} |`;
  const rule = `|:--${'|:--'.repeat(facts.kernels.length)}|`;
  const rows = settings(t).map(
    ({ label, params }) =>
      `| ${label} | ${facts.kernels.map((kernel) => sizeCell(facts, kernel, params)).join(' | ')} |`,
  );
  const legend = t('Size: ⌊(N − F + 2P) / S⌋ + 1, with N input, F kernel, P padding on each side, S stride');
  return { headline, table: [head, rule, ...rows].join('\n'), legend };
}

function settings(t: Translate): readonly { readonly label: string; readonly params: Conv2dParams }[] {
  return (['valid', 'same_upper'] as const).flatMap((kind) =>
    ([1, 2] as const).map((stride) => ({
      label: kind === 'valid' ? t('valid, stride {0}', stride) : t('same, stride {0}', stride),
      params: { ...defaultConv2dParams, padding: { kind }, strides: [stride, stride] as const },
    })),
  );
}

function sizeCell(facts: HoverFacts, kernel: readonly [number, number], params: Conv2dParams): string {
  const plan = planConv2d([facts.rows, facts.cols], kernel, params);
  if (isPlanProblem(plan)) return '—';
  const height = outputSizeFormula(plan.height).short;
  const width = outputSizeFormula(plan.width).short;
  const formula = height === width ? height : `${height}, ${width}`;
  return `**${plan.height.outputSize} × ${plan.width.outputSize}** · ${formula}`;
}

/** A number as it is read, with a true minus sign. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}
