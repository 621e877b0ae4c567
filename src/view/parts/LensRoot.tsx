import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Stage } from '../stage/Stage';
import { useLens } from '../state/lens';
import { stageLayout } from '../state/stageFacts';
import { lazy } from './lazy';
import { Skeleton } from './Skeleton';

const Inspector = lazy(() => import('../inspector/Inspector').then((module) => module.Inspector));
const Popovers = lazy(() => import('../inspector/Popovers').then((module) => module.Popovers));
const Transport = lazy(() => import('../transport/Transport').then((module) => module.Transport));
const NoticeBar = lazy(() => import('./NoticeBar').then((module) => module.NoticeBar));
const LiveStep = lazy(() => import('./LiveStep').then((module) => module.LiveStep));
const RegionAsker = lazy(() => import('./RegionAsker').then((module) => module.RegionAsker));
const LensLesson = lazy(() => import('../lesson/LensLesson').then((module) => module.LensLesson));
const DraftBar = lazy(() => import('./DraftBar').then((module) => module.DraftBar));

/** The whole surface: stage, inspector, player. */
export function LensRoot() {
  const { model, facts } = useLens();
  const outer = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const page = useSignal({ width: 0, height: 0 });
  const layout = useMemo(() => stageLayout(model, facts), [model, facts]);
  useLayoutEffect(() => {
    const measure = () => {
      page.value = roomIn(outer.current) ?? page.value;
      const size = sizeOf(stage.current);
      if (size && (size.width !== model.size.value.width || size.height !== model.size.value.height))
        model.size.value = size;
    };
    const observer = new ResizeObserver(measure);
    for (const element of [outer.current, stage.current]) if (element !== null) observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [model, page]);
  const { theme } = model;
  const isReady = model.snapshot.value !== undefined;
  const { width, height } = page.value;
  return (
    <div
      ref={outer}
      class="lens"
      data-convolution-lens-root
      data-surface={model.surface}
      data-theme={theme.value.kind}
      data-width={width >= 1200 ? 'full' : width >= 620 ? 'half' : 'narrow'}
      data-height={height >= 640 ? 'tall' : height >= 540 ? 'mid' : 'short'}
      data-still={theme.value.still}
      data-ready={isReady}
      data-presenting={model.presenting.value}
      data-scaled={theme.value.scale > 1}
      style={{ zoom: scaleWithin(theme.value.scale) }}
    >
      <NoticeBar />
      {model.lesson.value && <LensLesson lesson={model.lesson.value} />}
      {model.surface === 'playground' && <DraftBar />}
      <div ref={stage} class="stage">
        {layout.value ? <Stage layout={layout.value} /> : <Skeleton />}
        {model.popover.value !== undefined && <Popovers />}
      </div>
      {isReady && !model.presenting.value && <Inspector width={width} />}
      {isReady && <Transport />}
      <LiveStep />
      {model.pictures.value.size > 0 && <RegionAsker />}
    </div>
  );
}

/** What a surface has besides a lesson above it. */
function roomIn(surface: HTMLElement | null) {
  const size = sizeOf(surface);
  return size && { ...size, height: size.height - (sizeOf(surface?.querySelector('.lesson'))?.height ?? 0) };
}

/** The smallest windows, wide and narrow, in pixels as drawn: larger text leaves one of them. */
const smallest = [
  { width: 620, height: 420 },
  { width: 260, height: 640 },
];

/** As much of a scale as the window has room for. */
function scaleWithin(scale: number): number {
  return Math.max(1, ...smallest.map(({ width, height }) => Math.min(scale, innerWidth / width, innerHeight / height)));
}

function sizeOf(element: Element | null | undefined) {
  return element ? { width: element.clientWidth, height: element.clientHeight } : undefined;
}
