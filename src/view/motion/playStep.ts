import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { StageGeometry } from '../stage/stageGeometry';

const easing = 'cubic-bezier(.2, 0, 0, 1)';

/** More than these appear where they are. */
const mostFlights = 49;

/**
 * The movement of one step, 620 ms in all: the patch's cells fly into the lens, their products appear, the sum swells
 * and travels to the map. Returns what ends it at once.
 */
export function playStep(root: HTMLElement, plan: Conv2dPlan, geometry: StageGeometry): () => void {
  const all = [...flights(root, plan, geometry), ...productsAppear(root), ...sumTravels(root, geometry)];
  return () => {
    for (const animation of all) animation.cancel();
  };
}

/** From 100 to 360 ms: each cell from its place in the patch to its place in the lens. */
function flights(root: HTMLElement, { height, width }: Conv2dPlan, { patch, near }: StageGeometry): Animation[] {
  const from = near?.patch ?? patch;
  const glass = root.querySelector<HTMLElement>('.glass');
  const products = [...root.querySelectorAll<HTMLElement>('.product')];
  if (glass === null) return [];
  const cell = { width: from.width / width.span, height: from.height / height.span };
  const stagger = Math.min(10, 80 / Math.max(1, products.length));
  const starts = products.map((product, index) => {
    const row = Math.floor(index / width.kernelSize) * height.dilation;
    const col = (index % width.kernelSize) * width.dilation;
    const x = from.x + (col + 0.5) * cell.width - (glass.offsetLeft + product.offsetLeft + product.offsetWidth / 2);
    const y = from.y + (row + 0.5) * cell.height - (glass.offsetTop + product.offsetTop + product.offsetHeight / 2);
    const scale = Math.min(1, cell.width / Math.max(1, product.offsetWidth));
    return products.length > mostFlights ? 'scale(.9)' : `translate(${x}px, ${y}px) scale(${scale})`;
  });
  return products.map((product, index) =>
    product.animate(
      [
        { opacity: 0.2, transform: starts[index] as string },
        { opacity: 1, offset: 0.5 },
        { opacity: 1, transform: 'none' },
      ],
      { duration: 180, delay: 100 + index * stagger, fill: 'backwards', easing },
    ),
  );
}

/** From 340 to 460 ms. */
function productsAppear(root: HTMLElement): Animation[] {
  return [...root.querySelectorAll<HTMLElement>('.product .value')].map((value) =>
    value.animate(
      [
        { opacity: 0, transform: 'translateY(-4px)' },
        { opacity: 1, transform: 'none' },
      ],
      { duration: 120, delay: 340, fill: 'backwards', easing },
    ),
  );
}

/** From 420 to 620 ms. */
function sumTravels(root: HTMLElement, { cell, disc }: StageGeometry): Animation[] {
  const x = cell.x + cell.width / 2 - disc.x;
  const y = cell.y + cell.height / 2 - disc.y;
  const swell = root
    .querySelector('.disc')
    ?.animate([{ scale: '1' }, { scale: '1.12' }, { scale: '1' }], { duration: 160, delay: 420, easing });
  const travel = root.querySelector('.disc-travel')?.animate(
    [
      { opacity: 0, transform: 'translate(-50%, -50%)' },
      { opacity: 1, transform: 'translate(-50%, -50%)', offset: 0.15 },
      { opacity: 0.2, transform: `translate(calc(-50% + ${x}px), calc(-50% + ${y}px))` },
    ],
    { duration: 180, delay: 440, easing },
  );
  return [swell, travel].filter((animation) => animation !== undefined);
}
