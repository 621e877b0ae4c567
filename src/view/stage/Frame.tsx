import type { Box } from '../layout/geometryBox';

interface FrameProps {
  readonly box: Box;
  readonly kind: 'patch' | 'cell' | 'ghost' | 'uses';
  readonly pinned?: boolean;
}

/** The outline around a patch or a cell; a patch has heavier corners, as something to take hold of. */
export function Frame({ box, kind, pinned = false }: FrameProps) {
  const { x, y, width, height } = box;
  if (width === 0 || height === 0) return null;
  return (
    <div
      class={`frame ${kind}`}
      aria-hidden="true"
      style={{
        transform: `translate(${x}px, ${y}px)`,
        width: `${width}px`,
        height: `${height}px`,
        '--corner': `${Math.round(Math.max(6, Math.min(17, Math.min(width, height) / 6)))}px`,
        '--thick': `${Math.min(width, height) > 110 ? 5 : 3.5}px`,
      }}
    >
      {kind === 'patch' && width > 30 && height > 30 && (
        <>
          <i class="corner-nw" />
          <i class="corner-ne" />
          <i class="corner-sw" />
          <i class="corner-se" />
        </>
      )}
      {pinned && <i class="pin" />}
    </div>
  );
}
