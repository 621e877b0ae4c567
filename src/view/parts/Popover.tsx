import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLens } from '../state/lens';
import { Icon } from './Icon';

/** A panel over the lens, never over what it changes; Escape and a click beside it close it. */
export function Popover({
  title,
  children,
  wide = false,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
}) {
  const { facts, model } = useLens();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    firstStop(root.current)?.focus();
    const outside = (event: PointerEvent) => {
      const target = event.target as Element;
      if (!root.current?.contains(target) && target.closest('[aria-haspopup]') === null)
        model.popover.value = undefined;
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [model]);
  return (
    <div ref={root} class={wide ? 'popover wide' : 'popover'} role="dialog" aria-label={title}>
      <header>
        <b>{title}</b>
        <button
          type="button"
          class="quiet close"
          aria-label={facts.t.value('Close')}
          title={facts.t.value('Close  Escape')}
          onClick={() => {
            model.popover.value = undefined;
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </div>
  );
}

/** What is chosen, else the first control that the Tab key reaches; the way out where there is none. */
function firstStop(root: HTMLElement | null): HTMLElement | undefined {
  const stops = [...(root?.querySelectorAll<HTMLElement>('input, select, button') ?? [])].filter(
    (control) => control.tabIndex === 0 && !control.matches(':disabled') && control.checkVisibility(),
  );
  return (
    stops.find(({ dataset }) => dataset.first === 'true') ??
    stops.find(({ classList }) => !classList.contains('close')) ??
    stops[0]
  );
}
