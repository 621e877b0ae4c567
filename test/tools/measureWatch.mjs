/**
 * Runs in every frame of a workbench before the frame's own scripts, hence names nothing outside. In a webview it tells
 * `tellPainted` when what was waited for has been painted, and `tellLongTask` of tasks above 50 ms.
 *
 * A painting is over at the first task after its frame: what the browser's other threads do with it comes later.
 */
export function watchFrame() {
  if (window === window.top) return;
  const pictures = { 'Picture of the input': 0, 'Picture of the kernel': 0, 'Picture of the feature map': 0 };
  const watch = { sign: 'first', before: '', type: '', event: 0 };
  const one = (selector) => document.querySelector(selector);

  /** What a person sees of something, as a text that changes with it; empty where there is nothing yet. */
  const signs = {
    first: () => (one('body[data-surface="empty"] p, .stage .problem') ? 'no map' : signs.map()),
    map: () => pictureSign('Picture of the feature map') || mapCells(),
    input: () => pictureSign('Picture of the input'),
    highlight: () => [...document.querySelectorAll('.frame')].map((frame) => frame.getAttribute('style')).join(),
    cancelled: () => (one('p.computing[role=status]') ? 'cancelled' : ''),
  };

  function pictureSign(label) {
    return one(`canvas[aria-label="${label}"]:not([hidden])`) ? `${label} ${pictures[label]}` : '';
  }

  function mapCells() {
    const grid = one('.grid.map');
    const values = [...(grid?.querySelectorAll('[data-row="0"]') ?? [])].map((cell) => cell.dataset.value ?? '');
    return values.some((value) => value !== '') ? `${grid.ariaLabel} ${values.join()}` : '';
  }

  function look() {
    const { sign, before, event } = watch;
    if (sign === '' || (watch.type !== '' && event === 0)) return;
    const now = signs[sign]();
    if (now === '' || now === before) return;
    watch.sign = '';
    const tell = () => {
      const { surface } = document.body.dataset;
      globalThis.tellPainted?.({ sign, surface, at: Date.now(), milliseconds: performance.now() - watch.event });
    };
    requestAnimationFrame(() => setTimeout(tell));
  }

  /** Waits for the next painting of what a sign stands for, after a `keydown`, `click` or `pointer` where one is named. */
  globalThis.awaitPaint = (sign, type = '') => Object.assign(watch, { sign, type, event: 0, before: signs[sign]() });

  const { putImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.putImageData = function (...args) {
    putImageData.apply(this, args);
    const { ariaLabel } = this.canvas;
    if (!(ariaLabel in pictures)) return;
    pictures[ariaLabel] += 1;
    look();
  };
  /** The workbench writes a webview's page into a frame that is there already, which forgets what listened before. */
  const coming = setInterval(() => {
    if (document.body?.dataset.surface === undefined) return;
    clearInterval(coming);
    listen();
    look();
  }, 4);

  function listen() {
    // A pointer that comes to another thing tells that first.
    for (const [type, kind] of [
      ['keydown', 'keydown'],
      ['click', 'click'],
      ['pointerover', 'pointer'],
      ['pointermove', 'pointer'],
    ])
      addEventListener(
        type,
        ({ timeStamp }) => {
          if (watch.type === kind && watch.event === 0) watch.event = timeStamp;
        },
        true,
      );
    const changes = { childList: true, subtree: true, attributes: true, characterData: true };
    new MutationObserver(look).observe(document, changes);
    new PerformanceObserver((list) => {
      // What another frame of the same thread has done is told with its place.
      for (const { name, duration } of list.getEntries())
        if (name === 'self' && document.body.dataset.surface === 'panel') globalThis.tellLongTask?.(duration);
    }).observe({ type: 'longtask', buffered: true });
  }

  const frames = { starts: [], isOn: false };
  const frame = (time) => {
    frames.starts.push(time);
    if (frames.isOn) requestAnimationFrame(frame);
  };
  /** From now on notes when each frame begins; `frameLengths` ends it and gives the milliseconds between them. */
  globalThis.noteFrames = () => {
    Object.assign(frames, { starts: [], isOn: true });
    requestAnimationFrame(frame);
  };
  globalThis.frameLengths = () => {
    frames.isOn = false;
    return frames.starts.slice(1).map((time, i) => time - frames.starts[i]);
  };
}
