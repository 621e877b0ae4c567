import { mix, type Rgb } from './rgb';

/** The colours from the lowest value to the highest of a ramp, at equal steps, six hexadecimal digits each. */
const tables = {
  viridis:
    '440154470d6048186a482374472d7b4537814240863e49893b528b375b8d33638d2f6b8e2c728e297a8e26828e23898e21918c' +
    '1f978b1f9f8821a68527ad8131b57b3dbc744cc26c5cc8636ece5881d34d95d840aadc32c0df25d5e21aeae51afde725',
  cividis:
    '00224e00285b002e6a0533711a386f273e6e32436d3b496c434e6c4b546c535a6d5a5f6e61656f686a716f70737676767d7c78' +
    '8381798b8778928d789a9376a29975aaa073b3a670bbad6dc3b369ccba64d4c15fddc858e6d051efd748f8df3cfee838',
  magma:
    '0000040303120a0822130d341d114729115a36106b440f7651127c5d177f6a1c81762181832681902a819c2e7faa337db73779' +
    'c23b75cf4070db476ae55064ee5b5ef4695cf9785dfb8761fd9668fea571feb47bfec287fed194fde0a1fceeb0fcfdbf',
} as const;

/** The ramps of equal steps to the eye that matplotlib brought up: viridis, cividis (CC0), magma. */
export type RampName = keyof typeof tables;

/** The colour of a share from 0 to 1 on a ramp; beyond, its end. */
export function rampColour(name: RampName, share: number): Rgb {
  const table = tables[name];
  const steps = table.length / 6 - 1;
  const place = Math.min(1, Math.max(0, share)) * steps;
  const step = Math.min(steps - 1, Math.floor(place));
  return mix(stop(table, step), stop(table, step + 1), place - step);
}

function stop(table: string, step: number): Rgb {
  const part = (channel: number) => Number.parseInt(table.slice(step * 6 + channel, step * 6 + channel + 2), 16);
  return { r: part(0), g: part(2), b: part(4) };
}
