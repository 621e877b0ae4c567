import { useState } from 'preact/hooks';
import { type KernelPreset, presetGroups, presets } from '../../engine/kernels/presets';
import { kernelWords, presetGroupName } from '../../words/kernelWords';
import { cssOf } from '../colour/rgb';
import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';
import { CandidateList } from './CandidateList';

/** The presets by what they do, and the other matrices of the file. */
export function KernelPopover() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const kernel = model.snapshot.value?.kernel;
  const [looked, setLooked] = useState<string>();
  return (
    <Popover title={t('Choose a kernel')} wide>
      <div onPointerLeave={() => setLooked(undefined)}>
        {presetGroups.map((group) => (
          <section key={group} aria-label={presetGroupName(t, group)}>
            <h3>{presetGroupName(t, group)}</h3>
            <div class="preset-grid">
              {presets
                .filter((preset) => preset.group === group)
                .map((preset) => (
                  <Preset
                    key={preset.id}
                    preset={preset}
                    isChosen={preset.id === kernel?.preset}
                    onLook={() => setLooked(preset.id)}
                  />
                ))}
            </div>
          </section>
        ))}
      </div>
      <CandidateList side="kernel" />
      <Told looked={looked} />
    </Popover>
  );
}

/** What the preset that is looked at answers to, else all that is known of the kernel that is there. */
function Told({ looked }: { readonly looked: string | undefined }) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const kernel = model.snapshot.value?.kernel;
  const isThere = looked === undefined || looked === kernel?.preset;
  const { name, detects } = (isThere ? kernel?.told : kernelWords(t, looked)) ?? {};
  return (
    <p class="preset-told">
      {name && <b>{name}</b>} {detects && t('{0}.', detects)} {isThere && kernel?.told?.sums}
    </p>
  );
}

interface PresetProps {
  readonly preset: KernelPreset;
  readonly isChosen: boolean;
  readonly onLook: () => void;
}

function Preset({ preset, isChosen, onLook }: PresetProps) {
  const { facts, actions } = useLens();
  const words = kernelWords(facts.t.value, preset.id);
  return (
    <button
      type="button"
      class="preset"
      aria-pressed={isChosen}
      data-preset={preset.id}
      data-first={isChosen}
      aria-label={`${words?.name}: ${words?.detects}`}
      title={words?.detects}
      onPointerEnter={onLook}
      onFocus={onLook}
      onClick={() => actions.act({ kind: 'use-preset', id: preset.id })}
    >
      <PresetPicture preset={preset} />
      <span>{words?.name ?? preset.id}</span>
    </button>
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
