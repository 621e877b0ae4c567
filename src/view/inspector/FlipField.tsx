import { useLens } from '../state/lens';
import { Field } from './Field';

/** Whether the kernel is turned by 180° first, as the mathematical convolution has it. */
export function FlipField() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const isFlipped = model.snapshot.value?.params.flip ?? false;
  return (
    <Field name={t('Kernel')} kind="flip">
      <button
        type="button"
        aria-pressed={isFlipped}
        title={t(
          'Turn the kernel by 180° first: the convolution of mathematics. Deep-learning libraries do not turn it.',
        )}
        onClick={() => actions.setParams({ flip: !isFlipped })}
      >
        {t('flip')}
      </button>
      <button type="button" title={t('Input and kernel change places')} onClick={() => actions.act({ kind: 'swap' })}>
        {t('swap')}
      </button>
    </Field>
  );
}
