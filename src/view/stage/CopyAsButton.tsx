import type { Role } from '../../protocol/lens';
import { useLens } from '../state/lens';

/** Copies a matrix as text in a format that is asked for. */
export function CopyAsButton({ part }: { readonly part: Role }) {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  const [label, title] = {
    input: [t('Copy the input as text'), t('Copy the input as NumPy, MATLAB, LaTeX, CSV …')],
    kernel: [t('Copy the kernel as text'), t('Copy the kernel as NumPy, MATLAB, LaTeX, CSV …')],
    output: [t('Copy the map as text'), t('Copy the map as NumPy, MATLAB, LaTeX, CSV …')],
  }[part] as [string, string];
  return (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={title}
      onClick={() => actions.post({ type: 'copy-as', role: part })}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3" />
      </svg>
    </button>
  );
}
