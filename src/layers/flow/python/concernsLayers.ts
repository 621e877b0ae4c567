/** Libraries with layers; NumPy's arrays are followed through none. */
const libraries = /^(?:torch|keras|tensorflow|tf_keras|flax|mxnet|onnx|scipy|cv2)(?:\.|$)/;

/** Names that people give those libraries' modules, where a text does not say what they are. */
const aliases = new Set('nn F L torch tf keras layers models linen helper signal ndimage cv cv2'.split(' '));

/** Python's own words with a capital letter. */
const words = new Set(['None', 'True', 'False']);

/**
 * Whether a stretch of a text may make or apply a layer: it names a library with layers, something that the text
 * defines itself, or something with a capital letter that the text does not define.
 */
export function concernsLayers(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  imports: ReadonlyMap<string, string>,
): boolean {
  for (const [name] of text.slice(from, to).matchAll(/[A-Za-z_]\w*/g)) {
    const full = imports.get(name);
    if (
      full === undefined
        ? aliases.has(name) || (/^[A-Z]/.test(name) && !words.has(name))
        : full === name || libraries.test(full)
    )
      return true;
  }
  return false;
}
