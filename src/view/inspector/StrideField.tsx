import { useLens } from '../state/lens';
import { PairField } from './PairField';

/** How far the kernel hops. */
export function StrideField() {
  const { facts, model, actions } = useLens();
  const params = model.snapshot.value?.params;
  if (params === undefined) return null;
  return (
    <PairField
      name={facts.t.value('Stride')}
      kind="stride"
      keys="  , ."
      value={params.strides}
      onChange={(strides) => actions.setParams({ strides })}
    />
  );
}
