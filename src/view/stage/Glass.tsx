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
  const product = Math.round(Math.max(12, Math.min(40, Math.min(cellWidth * 0.3, cellHeight * 0.34))));
  const factor = Math.round(Math.max(12, Math.min(17, cellWidth * 0.175)));
  return (
    <div
      class="glass"
      aria-hidden="true"
      style={{
        left: `${place.x}px`,
        top: `${place.y}px`,
        width: `${place.width}px`,
        height: `${place.height}px`,
        gap: `${gapFor(Math.max(rows, cols))}px`,
        gridTemplateColumns: `repeat(${cols}, ${cellWidth}px)`,
        gridAutoRows: `${cellHeight}px`,
        '--product': `${product}px`,
        '--factor': `${factor}px`,
      }}
    >
      {terms.map((term, index) => (
        <Product
          key={index}
          term={term}
          fill={fill}
          width={cellWidth}
          height={cellHeight}
          sizes={{ product, factor }}
        />
      ))}
    </div>
  );
}

interface ProductProps {
  readonly term: GlassTerm | undefined;
  readonly fill: Fill;
  readonly width: number;
  readonly height: number;
  readonly sizes: { readonly product: number; readonly factor: number };
}

function Product({ term, fill, width, height, sizes }: ProductProps) {
  if (term === undefined) return <div class="product empty" />;
  const { weight, value, product, title } = term;
  const colour = product === 0 || Number.isNaN(product) ? undefined : fill(product);
  const factors = `${shortNumber(weight, 5)} × ${shortNumber(value, 5)}`;
  const hasFactors = height >= 38 && factors.length * sizes.factor * 0.605 <= width - 2;
  const tight = !hasFactors && height >= 38 && factors.length * 12 * 0.605 <= width;
  const room = Math.floor((width - 4) / (sizes.product * 0.605));
  const text = numberText(product, Math.max(3, room)).text;
  const size = text.length > room ? Math.max(12, Math.floor((width - 4) / (text.length * 0.605))) : sizes.product;
  const shows = text.length * 12 * 0.605 <= width + 2;
  return (
    <div
      class={`product${product === 0 ? ' zero' : ''}`}
      style={styleOf(colour)}
      title={`${title}: ${bracketed(weight)} · ${bracketed(value)} = ${shortNumber(product, 20)}`}
    >
      {(hasFactors || tight) && (
        <span class="factors" style={tight ? { fontSize: '12px' } : undefined}>
          {factors}
        </span>
      )}
      {shows && (
        <span class="value" style={size === sizes.product ? undefined : { fontSize: `${size}px` }}>
          {text}
        </span>
      )}
    </div>
  );
}
