import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Region } from '../state/cells';
import { useLens } from '../state/lens';
import { missingWindows } from '../state/missingWindows';

/** Asks for the numbers around the step that are not here yet: one question at a time, the newest first. */
export function RegionAsker() {
  const { facts, actions } = useLens();
  const asked = useRef<{ readonly id: string; readonly before: readonly Region[] } | undefined>(undefined);
  useSignalEffect(() => {
    const plan = facts.plan.value;
    const input = facts.input.value;
    const output = facts.output.value;
    if (plan === undefined || input === undefined) return;
    const regionsOf = (id: string | undefined) => [input, output].find((cells) => cells?.id === id)?.regions;
    const [missing] = missingWindows({ plan, input, output, step: facts.wanted.value });
    const isWaiting = asked.current !== undefined && regionsOf(asked.current.id) === asked.current.before;
    if (missing === undefined || isWaiting) return;
    asked.current = { id: missing.id, before: regionsOf(missing.id) ?? [] };
    actions.post({ type: 'region', ...missing });
  });
  return null;
}
