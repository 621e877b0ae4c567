import type { LayerReport } from '../layers/flow/layerReport';
import { shapeText } from './layerWords';

/** Shapes of more uses than this are not told in a line. */
const mostShapes = 3;

/** `→ 64×112×112`, what comes out of a layer; letters for what is not known. Undefined where nothing is. */
export function layerHintText({ layer, uses }: LayerReport): string | undefined {
  // Arrays have no batch, and their calls no place in a model.
  if ('problem' in layer || layer.kind === 'arrays') return undefined;
  const shapes = uses.flatMap(({ result }) => {
    const shape = result && 'outputShape' in result ? result.outputShape : undefined;
    const isTold = shape?.slice(1).some((size) => size !== undefined);
    return isTold ? [shapeText(layer, shape, '′').replaceAll(' × ', '×')] : [];
  });
  const different = [...new Set(shapes)];
  if (different.length === 0) return undefined;
  const more = different.length > mostShapes ? ', …' : '';
  return `→ ${different.slice(0, mostShapes).join(', ')}${more}`;
}
