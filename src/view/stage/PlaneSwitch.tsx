import type { Side } from '../../session/act';
import { Icon } from '../parts/Icon';
import { useLens } from '../state/lens';

/** Which plane of a tensor with several is shown. */
export function PlaneSwitch({ side }: { readonly side: Side }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const operand = model.snapshot.value?.[side];
  if (operand === undefined || operand.planes < 2) return null;
  const { plane, planes } = operand;
  const show = (next: number) => actions.act({ kind: 'show-plane', side, plane: (next + planes) % planes });
  return (
    <span class="planes">
      <button
        type="button"
        class="quiet"
        aria-label={t('Plane before')}
        title={t('Plane before')}
        onClick={() => show(plane - 1)}
      >
        <Icon name="left" />
      </button>
      {t('plane {0} of {1}', plane, planes)}
      <button
        type="button"
        class="quiet"
        aria-label={t('Plane after')}
        title={t('Plane after')}
        onClick={() => show(plane + 1)}
      >
        <Icon name="right" />
      </button>
    </span>
  );
}
