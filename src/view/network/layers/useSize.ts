import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The inner size of an element and the height of its letters, as they are now. */
export function useSize<Element extends HTMLElement>() {
  const element = useRef<Element>(null);
  const [size, setSize] = useState({ width: 0, height: 0, letters: 13 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = target;
      const letters = Number.parseFloat(getComputedStyle(target).fontSize) || 13;
      setSize((known) =>
        known.width === width && known.height === height && known.letters === letters
          ? known
          : { width, height, letters },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    measure();
    return () => observer.disconnect();
  }, []);
  return { element, size };
}
