/**
 * The movement of one step, 600 ms in all: light reaches the lens, the products appear in order, the sum swells and
 * travels to the map. Returns what ends it at once.
 */
export function playStep(root: HTMLElement, toCell: { readonly x: number; readonly y: number }): () => void {
  const easing = 'cubic-bezier(.2, 0, 0, 1)';
  const products = [...root.querySelectorAll<HTMLElement>('.product')];
  const stagger = Math.min(12, 120 / Math.max(1, products.length));
  const running = products.map((product, index) =>
    product.animate(
      [
        { opacity: 0.25, transform: 'scale(.9)' },
        { opacity: 1, transform: 'none' },
      ],
      {
        duration: 180,
        delay: 100 + index * stagger,
        fill: 'backwards',
        easing,
      },
    ),
  );
  const swell = root
    .querySelector('.disc')
    ?.animate([{ scale: '1' }, { scale: '1.12' }, { scale: '1' }], { duration: 160, delay: 380, easing });
  const travel = root.querySelector('.disc-travel')?.animate(
    [
      { opacity: 0, transform: 'translate(-50%, -50%)' },
      { opacity: 1, transform: 'translate(-50%, -50%)', offset: 0.15 },
      { opacity: 0.2, transform: `translate(calc(-50% + ${toCell.x}px), calc(-50% + ${toCell.y}px))` },
    ],
    { duration: 180, delay: 440, easing },
  );
  const all = [...running, swell, travel].filter((animation) => animation !== undefined);
  return () => {
    for (const animation of all) animation.cancel();
  };
}
