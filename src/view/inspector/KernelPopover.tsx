import { type KernelPreset, presets } from '../../engine/kernels/presets';
import { kernelWords } from '../../words/kernelWords';
import { cssOf } from '../colour/rgb';
import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';
import { CandidateList } from './CandidateList';

const smoothing = new Set(['identity', 'box', 'gaussian3', 'sharpen']);

/** The presets by what they do, and the other matrices of the file. */
export function KernelPopover() {
  const { facts } = useLens();
  const t = facts.t.value;
  return (
    <Popover title={t('Choose a kernel')} wide>
      <PresetGroup name={t('See edges and lines')} of={presets.filter(({ id }) => !smoothing.has(id))} />
      <PresetGroup name={t('Smooth, keep, sharpen')} of={presets.filter(({ id }) => smoothing.has(id))} />
      <CandidateList side="kernel" />
    </Popover>
  );
}

function PresetGroup({ name, of }: { readonly name: string; readonly of: readonly KernelPreset[] }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const chosen = model.snapshot.value?.kernel.preset;
  return (
    <section class="presets" aria-label={name}>
      <h3>{name}</h3>
      <div class="preset-grid">
        {of.map((preset) => {
          const words = kernelWords(t, preset.id);
          return (
            <button
              key={preset.id}
              type="button"
              class="preset"
              aria-pressed={preset.id === chosen}
              data-preset={preset.id}
              onClick={() => actions.act({ kind: 'use-preset', id: preset.id })}
            >
              <PresetPicture preset={preset} />
              <span class="preset-words">
                <b>{words?.name ?? preset.id}</b>
                <small>{words?.detects}</small>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}

/** The weights as a small picture: sign by colour, size by strength, and a dash or cross besides. */
function PresetPicture({ preset: { matrix } }: { readonly preset: KernelPreset }) {
  const { facts } = useLens();
  const palette = facts.palette.value;
  const [rows, cols] = matrix.shape;
  const most = matrix.data.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return (
    <svg class="preset-picture" viewBox={`0 0 ${cols * 12} ${rows * 12}`} aria-hidden="true">
      {Array.from(matrix.data, (weight, index) => {
        const x = (index % cols) * 12;
        const y = Math.floor(index / cols) * 12;
        const sign = weight < 0 ? `M${x + 4} ${y + 6}h4` : `M${x + 4} ${y + 6}h4M${x + 6} ${y + 4}v4`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place
          <g key={index}>
            <rect
              x={x + 0.75}
              y={y + 0.75}
              width="10.5"
              height="10.5"
              rx="1.5"
              fill={cssOf(palette.signed(weight / most))}
              class={weight === 0 ? 'none' : ''}
            />
            {weight !== 0 && <path d={sign} class={Math.abs(weight) > most * 0.55 ? 'strong' : 'weak'} />}
          </g>
        );
      })}
    </svg>
  );
}
