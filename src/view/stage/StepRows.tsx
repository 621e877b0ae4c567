import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Term } from '../../engine/convolution/explainCell';
import { bracketed, numberText, shortNumber } from '../../words/numberText';
import { type Fill, noFill } from '../colour/cellFills';
import type { Rgb } from '../colour/rgb';
import { styleOf } from '../grid/GridCell';
import { useLens } from '../state/lens';

interface StepRowsProps {
  readonly width: number;
  readonly terms: readonly Term[];
  readonly sum: number;
  readonly colour: Rgb | undefined;
}

/** More products than this are told by their sum alone. */
export const mostInRows = 225;

/** Widths of a cell, and what stands beside the cells. */
const cellWidths = { least: 20, most: 44 };
const besideCells = 210;

/** The step as flattened rows: the patch, the kernel below it, the products, and their dot product. */
export function StepRows({ width, terms, sum, colour }: StepRowsProps) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const { input, kernel, signed } = facts.fills.value;
  const isColoured = model.settings.value.cells !== 'numbers';
  const fill = (of: Fill) => (isColoured ? of : noFill);
  const beside = width < 500 ? 76 : besideCells;
  const cell = Math.floor(Math.max(cellWidths.least, Math.min(cellWidths.most, (width - beside) / terms.length)));
  const row = { terms, cell };
  return (
    <div class="rows-view" data-rows={`${terms.length}`}>
      <Scroller label={t('Patch, kernel and products as rows')}>
        <table class="step-rows" style={{ '--w': `${cell}px` }}>
          <tbody>
            <Row {...row} name={t('patch')} read={({ value }) => value} fill={fill(input)} isPatch />
            <Row {...row} name={t('× kernel')} read={({ weight }) => weight} fill={fill(kernel)} />
            <Row {...row} name={t('= products')} read={({ product }) => product + 0} fill={fill(signed)} isResult />
          </tbody>
        </table>
      </Scroller>
      <p class="dot-product">
        {t('dot product')}{' '}
        <b class="sum" style={styleOf(colour)}>
          {shortNumber(sum, 9)}
        </b>
      </p>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly cell: number;
  readonly read: (term: Term) => number;
  readonly fill: Fill;
  readonly isPatch?: boolean;
  readonly isResult?: boolean;
}

function Row({ name, terms, cell, read, fill, isPatch, isResult }: RowProps) {
  const room = Math.max(2, Math.floor((cell - 4) / 7.3));
  return (
    <tr class={isResult ? 'result-row' : undefined}>
      <th scope="row">{name}</th>
      {terms.map((term, index) => {
        const value = read(term);
        const outside = isPatch && !term.tap.inside;
        const { text, exact } = numberText(value, room);
        return (
          <td
            key={index}
            class={outside ? 'outside' : value === 0 ? 'zero' : undefined}
            style={outside || value === 0 ? undefined : styleOf(fill(value))}
            title={isResult ? told(term) : exact ? undefined : shortNumber(value, 30)}
          >
            {text}
          </td>
        );
      })}
    </tr>
  );
}

function told({ weight, value, product }: Term): string {
  return `${bracketed(weight)} · ${bracketed(value)} = ${shortNumber(product, 20)}`;
}

/** A strip that scrolls in itself; with the keys too, where it does. */
function Scroller({ label, children }: { readonly label: string; readonly children: preact.ComponentChildren }) {
  const root = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    if (root.current) setScrolls(root.current.scrollWidth > root.current.clientWidth);
  });
  return (
    <section ref={root} class="rows-scroller" aria-label={label} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </section>
  );
}
