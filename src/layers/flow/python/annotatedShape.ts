import type { Size } from '../../layer';
import type { Parameter } from '../../syntax/pythonTree';

/**
 * The shape that jaxtyping's annotation of a parameter tells: `Float[Tensor, "batch 3 32 32"]`. Names stand for sizes that
 * are not known; undefined where there is none, or the number of axes is open.
 */
export function annotatedShape({ annotation }: Parameter): readonly Size[] | undefined {
  const written = /\[[\s\w.]{1,40},\s{0,4}["']([^"']{1,60})["']\s{0,4}\]/.exec(annotation ?? '')?.[1];
  const axes = written?.trim().split(/\s+/) ?? [];
  if (axes.length < 2 || !axes.every((axis) => /^[A-Za-z_]\w*$|^\d{1,7}$|^[A-Za-z_]\w*=\d{1,7}$/.test(axis)))
    return undefined;
  const sizes = axes.map((axis) =>
    /\d+$/.test(axis) && /^\d|=/.test(axis) ? Number(axis.split('=').at(-1)) : undefined,
  );
  return sizes.some((size) => size !== undefined) ? sizes : undefined;
}
