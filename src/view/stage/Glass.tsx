import { bracketed, numberText, shortNumber } from '../../words/numberText';
import type { Fill } from '../colour/cellFills';
import { styleOf } from '../grid/GridCell';
import { gapFor } from '../layout/glassSize';
import type { GlassPlace } from '../layout/stageLayout';

/** One product in the lens; undefined where a place stays empty. */
export interface GlassTerm {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
  /** Said on hover: what the value is and where it stands. */
  readonly title: string;
}

interface GlassProps {
  readonly place: GlassPlace;
  readonly cols: number;
  readonly rows: number;
  readonly terms: readonly (GlassTerm | undefined)[];
  readonly fill: Fill;
}

/** The lens: each product stands over its two factors. What it shows is said again by the sentence below. */
export function Glass({ place, cols, rows, terms, fill }: GlassProps) {
  const { cellWidth, cellHeight } = place;
  const look = glassLook(place, terms);
  return (
    <div
      class="glass"
      aria-hidden="true"
      style={{
        left: `${place.x}px`,
        top: `${place.y}px`,
        width: `${place.width}px`,
        height: `${place.height}px`,
        gap: `${gapFor(rows)}px ${gapFor(cols)}px`,
        gridTemplateColumns: `repeat(${cols}, ${cellWidth}px)`,
        gridAutoRows: `${cellHeight}px`,
        '--product': `${look.product}px`,
        '--factor': `${look.factor}px`,
        '--round': `${Math.min(7, cellHeight * 0.2)}px`,
      }}
    >
      {terms.map((term, index) => (
        <Product key={index} term={term} fill={fill} look={look} />
      ))}
    </div>
  );
}

/** Width of a character of the editor font, as a share of its size. */
const character = 0.605;

/** The smallest digits. */
const smallest = 12;

/** The least height of a cell with two lines. */
const leastWithFactors = 38;

/** No product is written with more characters. */
const mostCharacters = 7;

interface GlassLook {
  readonly width: number;
  /** Sizes of the digits of products and of their factors. */
  readonly product: number;
  readonly factor: number;
  /** Characters that a factor may have; undefined where not all of them can be read. */
  readonly factorRoom: number | undefined;
  /** Characters that a product may have; 0 where not all of them can be read. */
  readonly room: number;
}

/** All products are digits, or none: gaps between digits would look like products that are missing. */
function glassLook({ cellWidth, cellHeight }: GlassPlace, terms: GlassProps['terms']): GlassLook {
  const product = Math.round(Math.max(smallest, Math.min(40, Math.min(cellWidth * 0.3, cellHeight * 0.34))));
  const factor = Math.round(Math.max(smallest, Math.min(17, cellWidth * 0.175)));
  const most = Math.floor((cellWidth + 2) / (smallest * character));
  const room = Math.min(mostCharacters, Math.max(3, most));
  const widest = (characters: number) =>
    Math.max(0, ...terms.map((term) => (term ? factorsText(term, characters).length : 0))) * character;
  const factorRoom = [5, 4, 3].find((characters) => widest(characters) * smallest <= cellWidth - 2);
  const isSmall = factorRoom !== undefined && widest(factorRoom) * factor > cellWidth - 2;
  const isRead = cellHeight >= smallest && terms.every((term) => !term || productText(term, room).length <= most);
  return {
    width: cellWidth,
    product,
    factor: isSmall ? smallest : factor,
    factorRoom: cellHeight >= leastWithFactors ? factorRoom : undefined,
    room: isRead ? room : 0,
  };
}

function factorsText({ weight, value }: GlassTerm, characters: number): string {
  return `${shortNumber(weight, characters)} × ${shortNumber(value, characters)}`;
}

function productText({ product }: GlassTerm, room: number): string {
  return numberText(product, room).text;
}

interface ProductProps {
  readonly term: GlassTerm | undefined;
  readonly fill: Fill;
  readonly look: GlassLook;
}

function Product({ term, fill, look }: ProductProps) {
  if (term === undefined) return <div class="product empty" />;
  const { width, room } = look;
  const { weight, value, product, title } = term;
  const colour = product === 0 || Number.isNaN(product) ? undefined : fill(product);
  const text = room === 0 ? '' : productText(term, room);
  const size = Math.max(smallest, Math.min(look.product, Math.floor((width - 4) / (text.length * character))));
  return (
    <div
      class={`product${product === 0 ? ' zero' : ''}`}
      style={styleOf(colour)}
      title={`${title}: ${bracketed(weight)} · ${bracketed(value)} = ${shortNumber(product, 20)}`}
    >
      {look.factorRoom !== undefined && <span class="factors">{factorsText(term, look.factorRoom)}</span>}
      {text !== '' && (
        <span class="value" style={size === look.product ? undefined : { fontSize: `${size}px` }}>
          {text}
        </span>
      )}
    </div>
  );
}
