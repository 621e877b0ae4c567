import { canBeAgreed, unaskedWork, type Work } from '../../engine/convolution/planWithinCeiling';
import { cellCount } from '../../engine/shape4';
import { networkStages } from './networkStages';
import type { NetworkState } from './networkState';

/** The work of a network about which the person is asked first, and whether it can be done at all. */
export interface AskedWork extends Work {
  readonly isTooMuch: boolean;
}

/** What a network takes: the multiply-adds of all its layers, and the values that are kept of all of them. */
export function networkWorkOf(state: NetworkState): Work {
  const planned = networkStages(state).flatMap((stage) => (stage.kind === 'planned' ? [stage] : []));
  return {
    multiplyAdds: planned.reduce((sum, stage) => sum + stage.multiplyAdds, 0),
    outputCells: planned.reduce((sum, stage) => sum + cellCount(stage.outputShape), 0),
  };
}

/** The work that is to be asked about; undefined for what is computed unasked, or was agreed to. */
export function networkAsks(state: NetworkState): AskedWork | undefined {
  const work = networkWorkOf(state);
  const fits = (ceiling: Work) => work.multiplyAdds <= ceiling.multiplyAdds && work.outputCells <= ceiling.outputCells;
  if (fits(state.ceiling ?? unaskedWork)) return undefined;
  return { ...work, isTooMuch: !canBeAgreed({ ...work }) };
}
