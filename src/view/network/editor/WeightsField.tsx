import { useMemo, useState } from 'preact/hooks';
import { type PresetId, presets } from '../../../engine/kernels/presets';
import { type LayerWeights, layerWeights } from '../../../engine/network/layerWeights';
import type { ConvLayer, NetworkLayer, TransposedLayer } from '../../../engine/network/networkLayer';
import type { NetworkStage } from '../../../engine/network/networkStage';
import type { WeightSource } from '../../../engine/network/weightSource';
import { mostTypedWeights } from '../../../session/network/mostTypedWeights';
import { kernelWords } from '../../../words/kernelWords';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { useNetwork } from '../state/network';
import { Field } from './Field';
import { SeedFields } from './SeedFields';
import { TypedPlane } from './TypedPlane';

interface WeightsFieldProps {
  readonly stage: NetworkStage;
  readonly layer: ConvLayer | TransposedLayer;
  readonly set: (layer: NetworkLayer) => void;
}

/** Where the weights come from, and one plane of a filter to look at and to type into. */
export function WeightsField({ stage, layer, set }: WeightsFieldProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { weights } = layer;
  const fitting = useMemo(() => presetsOf(layer.kernelSize), [layer.kernelSize[0], layer.kernelSize[1]]);
  const planned = stage.kind === 'planned' ? stage : undefined;
  const isTypable = planned !== undefined && planned.parameters.weights <= mostTypedWeights;
  const numbers = useMemo(() => (isTypable ? layerWeights(planned) : undefined), [isTypable, planned]);
  const use = (source: WeightSource) => set({ ...layer, weights: source } as NetworkLayer);
  const choose = (kind: string) => {
    const [first] = fitting;
    if (kind === 'preset' && first) use({ kind, presets: [first] });
    else if (kind === 'seeded') use({ kind, seed: 1, spread: 'torch' });
    else if (kind === 'typed' && numbers)
      use({ kind, weights: [...numbers.weights.data], biases: [...(numbers.biases ?? [])] });
  };
  return (
    <>
      <Field label={t('Weights')} term="weights">
        <Segmented
          label={t('Weights')}
          choices={[
            ...(fitting.length > 0 ? [{ id: 'preset', text: t('preset') }] : []),
            { id: 'seeded', text: t('seeded'), title: t('Numbers by chance, the same for the same seed') },
            ...(isTypable ? [{ id: 'typed', text: t('typed') }] : []),
          ]}
          chosen={weights.kind}
          onChoose={choose}
        />
        <label class="switch">
          <input
            type="checkbox"
            checked={layer.hasBias}
            onChange={(event) =>
              set({ ...layer, hasBias: event.currentTarget.checked, ...withoutBiases(weights) } as NetworkLayer)
            }
          />
          {t('bias')}
        </label>
      </Field>
      {weights.kind === 'preset' && (
        <PresetList filters={layer.filters} chosen={weights.presets} fitting={fitting} onChange={use} />
      )}
      {weights.kind === 'seeded' && <SeedFields source={weights} onChange={use} />}
      {numbers && <Plane numbers={numbers} use={use} />}
    </>
  );
}

/** Typed biases belong to a layer with biases. */
function withoutBiases(weights: WeightSource): { readonly weights?: WeightSource } {
  return weights.kind === 'typed' ? { weights: { ...weights, biases: [] } } : {};
}

function presetsOf([rows, cols]: readonly [number, number]): readonly PresetId[] {
  return presets.filter(({ matrix }) => matrix.shape[0] === rows && matrix.shape[1] === cols).map(({ id }) => id);
}

/** More lists than these nobody sets one by one; presets go round. */
const mostLists = 8;

interface PresetListProps {
  readonly filters: number;
  readonly chosen: readonly [PresetId, ...PresetId[]];
  readonly fitting: readonly PresetId[];
  readonly onChange: (source: WeightSource) => void;
}

function PresetList({ filters, chosen, fitting, onChange }: PresetListProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const count = Math.min(filters, mostLists);
  const of = (filter: number) => chosen[filter % chosen.length]!;
  const change = (filter: number, id: PresetId) => {
    const all = Array.from({ length: count }, (_, one) => (one === filter ? id : of(one)));
    onChange({ kind: 'preset', presets: all as [PresetId, ...PresetId[]] });
  };
  return (
    <Field label={t('Preset of each filter')}>
      {Array.from({ length: count }, (_, filter) => (
        <select
          key={filter}
          aria-label={t('Filter {0}', filter)}
          value={of(filter)}
          onChange={(event) => change(filter, event.currentTarget.value as PresetId)}
        >
          {fitting.map((id) => (
            <option key={id} value={id}>
              {`${filter}: ${kernelWords(t, id)?.name ?? id}`}
            </option>
          ))}
        </select>
      ))}
    </Field>
  );
}

interface PlaneProps {
  readonly numbers: LayerWeights;
  readonly use: (source: WeightSource) => void;
}

/** What is typed into one cell makes the numbers of the whole layer typed ones, those that it had. */
function Plane({ numbers, use }: PlaneProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const {
    weights: { shape, data },
    biases,
  } = numbers;
  const typed = { kind: 'typed', weights: [...data], biases: [...(biases ?? [])] } as const;
  const [[first, second], setAt] = useState<readonly [number, number]>([0, 0]);
  const [firsts = 1, seconds = 1, rows = 1, cols = 1] = shape;
  const at = [Math.min(first, firsts - 1), Math.min(second, seconds - 1)] as const;
  const start = (at[0] * seconds + at[1]) * rows * cols;
  return (
    <Field label={t('One plane of the weights')}>
      <span class="label">{t('filter')}</span>
      <Stepper label={t('Filter')} value={at[0]} min={0} max={firsts - 1} onChange={(to) => setAt([to, at[1]])} />
      {seconds > 1 && (
        <>
          <span class="label">{t('channel')}</span>
          <Stepper label={t('Channel')} value={at[1]} min={0} max={seconds - 1} onChange={(to) => setAt([at[0], to])} />
        </>
      )}
      <TypedPlane
        label={t('Weights of filter {0}, channel {1}', at[0], at[1])}
        rows={rows}
        cols={cols}
        numbers={data.subarray(start, start + rows * cols)}
        onChange={(cell, value) => use({ ...typed, weights: typed.weights.with(start + cell, value) })}
      />
      {biases && (
        <span class="bias-field">
          {t('bias')}
          <TypedPlane
            label={t('Bias of filter {0}', at[0])}
            rows={1}
            cols={1}
            numbers={biases.subarray(at[0], at[0] + 1)}
            onChange={(_, value) => use({ ...typed, biases: typed.biases.with(at[0], value) })}
          />
        </span>
      )}
    </Field>
  );
}
