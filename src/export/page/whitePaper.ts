import type { PageLook } from './pageLook';

/** A page on white paper, for slides and print: zero of the map is the paper's white. */
export const whitePaper: PageLook = {
  paper: '#ffffff',
  ink: '#1f1f1f',
  quiet: '#5f5f5f',
  hairline: '#b8b8b8',
  mat: '#f3f3f3',
  accent: '#005fb8',
  positive: '#8a4b00',
  negative: '#6b2fb3',
  tone: (share) => {
    const part = Math.round(40 + 205 * share)
      .toString(16)
      .padStart(2, '0');
    return `#${part.repeat(3)}`;
  },
  signed: (share) => {
    const ends = share < 0 ? [186, 156, 233] : [242, 178, 104];
    const way = Math.abs(share) ** 0.75;
    const part = (end: number) =>
      Math.round(255 + (end - 255) * way)
        .toString(16)
        .padStart(2, '0');
    return { fill: `#${ends.map(part).join('')}`, digits: '#1f1f1f' };
  },
};
