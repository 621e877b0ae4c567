import { useLens } from '../state/lens';
import { PairField } from './PairField';

/** How far apart the kernel's taps lie. */
export function DilationField() {
  const { facts, model, actions } = useLens();
  const params = model.snapshot.value?.params;
  if (params === undefined) return null;
  return (
    <PairField
      name={facts.t.value('Dilation')}
      kind="dilation"
      value={params.dilations}
      onChange={(dilations) => actions.setParams({ dilations })}
    />
  );
}
