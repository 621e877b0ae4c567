import type { ComponentChildren } from 'preact';
import { numberText } from '../../words/numberText';
import { digitInk } from '../colour/contrast';
import { cssOf, type Rgb } from '../colour/rgb';
import type { CellLook } from './gridView';

/** What one cell shows. */
export interface CellProps {
  readonly row: number;
  readonly col: number;
  readonly value: number | undefined;
  readonly look: CellLook;
  readonly inPatch: boolean;
  readonly selected: boolean;
  readonly inBlock: boolean;
  readonly marked: boolean;
  readonly focusable: boolean;
  readonly reached: boolean;
  readonly unread: boolean;
  readonly chip: string | undefined;
  readonly count: number | undefined;
  readonly countFill: Rgb | undefined;
}

/** One cell of a grid: its number on the colour of its value. Grids call it: a thousand components cost more than cells. */
export function GridCell(props: CellProps) {
  const { row, col, value, count } = props;
  const fill = count === undefined ? fillOf(props) : props.countFill;
  return (
    <div
      key={col}
      role="gridcell"
      class={classOf(props)}
      aria-rowindex={row + 1}
      aria-colindex={col + 1}
      aria-selected={props.selected || props.inBlock}
      aria-current={props.marked ? 'true' : undefined}
      tabIndex={props.focusable ? 0 : -1}
      data-row={row}
      data-col={col}
      data-value={value === undefined ? undefined : String(value)}
      title={titleOf(props)}
      style={styleOf(fill)}
    >
      {content(props)}
    </div>
  );
}

function fillOf({ value, look, reached, unread, inPatch }: CellProps): Rgb | undefined {
  if (value === undefined || !reached || unread) return undefined;
  return inPatch ? look.fill(value) : (look.outside ?? look.fill)(value);
}

type CellStyle = { readonly background: string; readonly color: string };

/** A ramp has some hundred colours, and gives the same objects for them. */
const styles = new WeakMap<Rgb, CellStyle>();

/** Inline colours go through the DOM, which the page's security policy allows. */
export function styleOf(fill: Rgb | undefined): CellStyle | undefined {
  if (fill === undefined) return undefined;
  const known = styles.get(fill) ?? { background: cssOf(fill), color: cssOf(digitInk(fill)) };
  styles.set(fill, known);
  return known;
}

/** Nothing rather than an empty text, which Preact writes anew each time. */
function content({ look, reached, value, chip, count }: CellProps): ComponentChildren {
  if (!reached || value === undefined) return <span class="dot" />;
  if (look.room === 0 && !Number.isNaN(value)) return undefined;
  const { text } = numberText(value, Math.max(look.room, 3));
  const fits = look.room > 0 && text.length <= look.room + 1;
  if (count !== undefined && fits)
    return (
      <>
        <span class="corner">{look.fontSize >= 15 ? text : undefined}</span>
        {count}
      </>
    );
  if (Number.isNaN(value)) return <span class="nan">{fits ? text : undefined}</span>;
  if (!fits || (look.hidesNumbers && isColourful(value))) return undefined;
  return chip === undefined ? text : [text, <span class="chip">{chip}</span>];
}

/** Whether the colour of a number tells it from all others. */
function isColourful(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function classOf(props: CellProps): string {
  const { value } = props;
  return [
    'cell',
    props.inPatch && 'in-patch',
    props.selected && 'selected',
    props.marked && 'at-caret',
    !props.reached && 'waiting',
    props.unread && 'unread',
    props.chip !== undefined && 'chipped',
    value !== undefined && Number.isNaN(value) && props.reached && 'is-nan',
    value === Number.POSITIVE_INFINITY && 'above',
    value === Number.NEGATIVE_INFINITY && 'below',
  ]
    .filter(Boolean)
    .join(' ');
}

function titleOf({ row, col, value, reached, look }: CellProps): string | undefined {
  if (value === undefined || !reached) return undefined;
  const cut = look.room === 0 || look.hidesNumbers || !numberText(value, Math.max(look.room, 3)).exact;
  return cut ? `[${row}, ${col}] = ${numberText(value, 30).text}` : undefined;
}
