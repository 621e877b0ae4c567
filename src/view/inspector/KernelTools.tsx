import { useLens } from '../state/lens';
import { Field } from './Field';
import { SwapButton } from './SwapButton';

/** Turning the kernel by 180°, as the mathematical convolution has it, and letting input and kernel change places. */
export function KernelTools({ isInPopover = false }: { readonly isInPopover?: boolean }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  return (
    <Field name={t('Kernel')} kind="flip">
      <button
        type="button"
        aria-pressed={model.snapshot.value?.params.flip ?? false}
        title={t(
          'Turn the kernel by 180° first: the convolution of mathematics. Deep-learning libraries do not turn it.',
        )}
        onClick={() => actions.setParams({ flip: !model.snapshot.value?.params.flip })}
      >
        {t('flip')}
      </button>
      {!isInPopover && <SwapButton />}
    </Field>
  );
}
