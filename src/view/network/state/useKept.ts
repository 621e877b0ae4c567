import { useNetwork } from './network';

/** What a scene keeps of its own over a reload; `read` makes it of anything, defaults of nonsense. */
export function useKept<Kept>(scene: string, read: (kept: unknown) => Kept): readonly [Kept, (next: Kept) => void] {
  const { model, actions } = useNetwork();
  return [read(model.scenes.value[scene]), (next) => actions.keep(scene, next)];
}
