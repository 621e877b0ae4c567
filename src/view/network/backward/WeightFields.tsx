import { Stepper } from '../../parts/Stepper';
import { useNetwork } from '../state/network';
import type { BackwardAsked } from './backwardAsked';
import type { BackwardKept } from './backwardKept';

interface WeightFieldsProps {
  readonly kept: BackwardKept;
  readonly keep: (kept: BackwardKept) => void;
  readonly asked: BackwardAsked;
  readonly shape: readonly number[];
}

/** Which plane of a kernel, or which unit of a dense layer. */
export function WeightFields({ kept, keep, asked, shape }: WeightFieldsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { weight } = asked.question;
  const [filters = 1, channels = 1] = shape;
  const isDense = shape.length === 2;
  // The first axis of a transposed convolution's kernel is that of the channels that it reads.
  const isTransposed = asked.stage.stage?.stage.layer.kind === 'transposed';
  const [first, second] = isTransposed
    ? [t('Channel'), t('Filter')]
    : [isDense ? t('Unit') : t('Filter'), t('Channel')];
  return (
    <span class="scene-tools">
      {first}
      <Stepper
        label={first}
        value={weight.filter}
        min={0}
        max={filters - 1}
        onChange={(filter) => keep({ ...kept, weight: { ...weight, filter } })}
      />
      {!isDense && channels > 1 && (
        <>
          {second}
          <Stepper
            label={second}
            value={weight.channel}
            min={0}
            max={channels - 1}
            onChange={(channel) => keep({ ...kept, weight: { ...weight, channel } })}
          />
        </>
      )}
    </span>
  );
}
