import { useState } from 'preact/hooks';
import { type KernelPreset, presets } from '../../engine/kernels/presets';
import { kernelWords } from '../../words/kernelWords';
import { cssOf } from '../colour/rgb';
import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';
import { CandidateList } from './CandidateList';

/** The presets by what they do, and the other matrices of the file. */
export function KernelPopover() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const chosen = model.snapshot.value?.kernel.preset;
  const [looked, setLooked] = useState<string>();
  const told = kernelWords(t, looked ?? chosen ?? '');
  return (
    <Popover title={t('Choose a kernel')} wide>
      <div class="preset-grid" onPointerLeave={() => setLooked(undefined)}>
        {presets.map((preset) => (
          <Preset key={preset.id} preset={preset} isChosen={preset.id === chosen} onLook={() => setLooked(preset.id)} />
        ))}
      </div>
      <p class="preset-told">
        {told ? (
          <>
            <b>{told.name}</b> {told.detects}
          </>
        ) : (
          t('Point at a kernel to see what it answers to.')
        )}
      </p>
      <CandidateList side="kernel" />
    </Popover>
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
