import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazy } from '../parts/lazy';
import { NetworkBar } from './parts/NetworkBar';
import { NetworkNotice } from './parts/NetworkNotice';
import { scenes } from './scenes';
import { useNetwork } from './state/network';

const NetworkLesson = lazy(() => import('../lesson/NetworkLesson').then((module) => module.NetworkLesson));

/** The whole panel: tabs and tools, what is to be told, and the scene. */
export function NetworkRoot() {
  const { model } = useNetwork();
  const outer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = outer.current ?? { clientWidth: 0, clientHeight: 0 };
      const known = model.size.peek();
      if (width !== known.width || height !== known.height) model.size.value = { width, height };
    };
    const observer = new ResizeObserver(measure);
    if (outer.current !== null) observer.observe(outer.current);
    measure();
    return () => observer.disconnect();
  }, [model]);
  const { theme, size } = model;
  const { width } = size.value;
  const scene = scenes.find(({ id }) => id === model.scene.value) ?? scenes[0];
  const isReady = model.snapshot.value !== undefined;
  return (
    <div
      ref={outer}
      class="lens network"
      data-theme={theme.value.kind}
      data-width={width >= 1000 ? 'full' : width >= 620 ? 'half' : 'narrow'}
      data-still={theme.value.still}
      data-ready={isReady}
      data-scaled={theme.value.scale > 1}
      style={{ zoom: theme.value.scale }}
    >
      {model.lesson.value && <NetworkLesson lesson={model.lesson.value} />}
      <NetworkBar />
      <NetworkNotice />
      {isReady && scene && (
        <div class="scene" role="tabpanel" id={`scene-${scene.id}`} aria-labelledby={`tab-${scene.id}`}>
          <scene.Part />
        </div>
      )}
    </div>
  );
}
