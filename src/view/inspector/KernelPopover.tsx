import { useState } from 'preact/hooks';
import { type KernelPreset, presetGroups, presets } from '../../engine/kernels/presets';
import { kernelWords, presetGroupName } from '../../words/kernelWords';
import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';
import { CandidateList } from './CandidateList';
import { KernelTransforms } from './KernelTransforms';
import { PatternTools } from './PatternTools';
import { PresetPicture } from './PresetPicture';

/** The presets by what they do, the other matrices of the file, and what can be done to the kernel that is there. */
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
      <PatternTools side="kernel" />
      <CandidateList side="kernel" />
      <footer>
        <KernelTransforms />
        <Told looked={looked} />
      </footer>
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
