import type { ComponentChildren } from 'preact';

interface Choice {
  readonly id: string;
  readonly text: ComponentChildren;
  readonly title?: string;
}

interface SegmentedProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** A few choices side by side, of which one holds. */
export function Segmented({ label, choices, chosen, onChoose }: SegmentedProps) {
  return (
    <div class="segmented" role="group" aria-label={label}>
      {choices.map(({ id, text, title }) => (
        <button key={id} type="button" aria-pressed={id === chosen} title={title} onClick={() => onChoose(id)}>
          {text}
        </button>
      ))}
    </div>
  );
}
