import { useMemo } from 'preact/hooks';
import type { StageShape } from '../../../engine/network/networkStage';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { valueName } from '../../../words/traceWords';
import { type Fill, noFill } from '../../colour/cellFills';
import { columnFill } from '../layers/columnFill';
import { columnName } from '../layers/columnWords';
import { useNetwork } from '../state/network';

/** The activation that goes into a stage: its colours, its shape, and the way back to one of its values. */
export interface Behind {
  readonly fill: Fill;
  readonly shape: StageShape;
  readonly name: string;
  readonly go: (place: ValuePlace) => void;
  /** `channel 2, row 3, column 4 of ReLU`. */
  readonly nameOf: (place: ValuePlace) => string;
}

/** What goes into the stage at a place. */
export function useBehind(stage: number): Behind {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  const column = facts.columns.value[stage];
  const palette = facts.palette.value;
  const held = column?.held;
  const fill = useMemo(() => (held ? columnFill(palette, held, stage === 0) : noFill), [palette, held, stage]);
  const shape = column?.shape ?? [0];
  const name = column ? columnName(t, column) : '';
  return {
    fill,
    shape,
    name,
    go: (place) => column && actions.choose({ of: column.of, ...place }, 'back'),
    nameOf: (place) => t('{0} of {1}', valueName(t, shape, place), name),
  };
}
