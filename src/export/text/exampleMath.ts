import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import type { Matrix } from '../../engine/tensor';
import { spelled } from '../../literals/write/spelling';
import { latexFormat } from '../../literals/write/tableFormats';
import { writeMatrix } from '../../literals/write/writeMatrix';
import { type PageOrder, stepTerms } from '../page/pageOrder';

/** A worked example in the mathematics of LaTeX, which Markdown's `$$` takes too. */
export interface ExampleMath {
  /** `input ⊛ kernel = map`. */
  readonly equation: string;
  /** The sum of the step, as aligned lines of terms. */
  readonly sum: string;
  /** The size of one axis of the map. */
  readonly size: (axis: AxisPlan) => string;
}

/** Terms of one line of a sum. */
const termsALine = 9;

/** The equation, the step's sum and the size formula. */
export function exampleMath(order: Pick<PageOrder, 'example' | 'step'>): ExampleMath {
  const { input, kernel, output, plan } = order.example;
  const sign = plan.flip ? '*' : '\\circledast';
  return {
    equation: `${matrixMath(input)}\n${sign}\n${matrixMath(kernel)}\n=\n${matrixMath(output)}`,
    sum: sumMath(order),
    size: sizeMath,
  };
}

function matrixMath(matrix: Matrix): string {
  return writeMatrix({ format: latexFormat, tensor: matrix, name: undefined })!;
}

function sumMath(order: Pick<PageOrder, 'example' | 'step'>): string {
  const { terms, sum } = stepTerms(order);
  const texts = terms.map(({ weight, value }) => `${bracketed(weight)} \\cdot ${bracketed(value)}`);
  const lines: string[] = [];
  for (let at = 0; at < texts.length; at += termsALine) lines.push(texts.slice(at, at + termsALine).join(' + '));
  const written = lines.map((line, index) => (index === 0 ? `& ${line}` : `&\\quad + ${line}`)).join(' \\\\\n');
  return `\\begin{aligned}\n${written} \\\\\n&= ${number(sum)}\n\\end{aligned}`;
}

function number(value: number): string {
  return spelled(value, latexFormat.spelling);
}

function bracketed(value: number): string {
  return value < 0 || Object.is(value, -0) ? `(${number(value)})` : number(value);
}

/** `\frac{N - F + 2P}{S} + 1` with symbols and with numbers; floor only where it cuts off. */
function sizeMath(axis: AxisPlan): string {
  const { inputSize, kernelSize, stride, dilation, before, after, outputSize, rest } = axis;
  const isEven = before === after;
  const room = (n: string, f: string, padding: string, d: string) =>
    dilation === 1 ? `${n} - ${f} + ${padding}` : `${n} + ${padding} - ${d} (${f} - 1) - 1`;
  const hops = (cells: string, s: string) => {
    const quotient = `\\frac{${cells}}{${s}}`;
    return rest > 0 ? `\\left\\lfloor ${quotient} \\right\\rfloor + 1` : `${quotient} + 1`;
  };
  const symbols = hops(room('N', 'F', isEven ? '2P' : 'P_1 + P_2', 'D'), 'S');
  const padding = isEven ? `2 \\cdot ${before}` : `${before} + ${after}`;
  const numbers = hops(room(`${inputSize}`, `${kernelSize}`, padding, `${dilation} \\cdot`), `${stride}`);
  return `${symbols} = ${numbers} = ${outputSize}`;
}
