import { useEffect } from 'preact/hooks';
import { lazy } from '../../parts/lazy';
import { useNetwork } from '../state/network';
import { Strip } from './Strip';

const Editor = lazy(() => import('../editor/Editor').then((module) => module.Editor));
const ValueDetail = lazy(() => import('../detail/ValueDetail').then((module) => module.ValueDetail));

/** The stack of layers as a strip, below it what is being changed, and what the chosen value was made of. */
export function LayersScene() {
  const { model } = useNetwork();
  useFirstChoice();
  return (
    <div class="layers-scene">
      <Strip />
      <div class="below">
        {model.editing.value !== undefined && <Editor />}
        <ValueDetail />
      </div>
    </div>
  );
}

/** Until the person has chosen, the middle of what the first layer makes, so that it is seen what there is to see. */
function useFirstChoice(): void {
  const { model, facts } = useNetwork();
  const first = facts.columns.value[1];
  useEffect(() => {
    if (model.chosen.peek() !== undefined || first?.shape === undefined || first.activation === undefined) return;
    const [rows, cols] = first.shape.length === 3 ? [first.shape[1], first.shape[2]] : [1, first.shape[0]];
    const middle = { channel: 0, row: Math.floor(rows / 2), col: Math.floor(cols / 2) };
    model.chosen.value = { of: first.of, ...middle };
  }, [model, first]);
}
