import { layerReaderOf } from '../../libraries/libraries';
import { readCall } from '../../readLayer';
import type { CallPlace } from './callValue';
import { argumentOf, type CallArgs, type LayerValue, placesBeforeSpread } from './value';

/** A layer that a call of something of a library makes, or uses at once; undefined where it is none. */
export function layerOfLibrary(
  { path, isLoose }: { readonly path: string; readonly isLoose: boolean },
  args: CallArgs,
  place: CallPlace,
): LayerValue | undefined {
  const [first = ''] = path.split('.');
  const known = layerReaderOf(path, isLoose ? new Map() : new Map([[first, first]]), 'python');
  if (!known) return undefined;
  const { start, end } = place;
  const layer = readCall(
    {
      path,
      args: placesBeforeSpread(args).map((value) => argumentOf(value)),
      keywords: new Map([...args.keywords].map(([name, value]) => [name, argumentOf(value)])),
      spreads: args.isOpen ? ['*'] : [],
      start,
      end,
      isComplete: true,
    },
    known.reader,
  );
  return { kind: 'layer', library: known.library, layer, path: place.path, start, end, parameters: 'unused' };
}
