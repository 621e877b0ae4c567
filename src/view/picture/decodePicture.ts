import type { FromView, ToView } from '../../protocol/lens';

type Decode = Extract<ToView, { readonly type: 'decode' }>;
type Answer = Extract<FromView, { readonly type: 'decoded' | 'undecodable' }>;

/** Pixels that are drawn and taken over at a time: four megabytes. */
const bandPixels = 2 ** 20;

/** Decodes a picture file and answers with its levels as they are in the file, without a colour profile applied. */
export async function decodePicture(message: Decode, post: (answer: Answer) => void): Promise<void> {
  const { id } = message;
  try {
    post({ type: 'decoded', id, ...(await decoded(message)) });
  } catch {
    post({ type: 'undecodable', id });
  }
}

async function decoded({
  bytes,
  mediaType,
}: Decode): Promise<Omit<Extract<Answer, { type: 'decoded' }>, 'type' | 'id'>> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
  const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  const { width: cols, height: rows } = bitmap;
  const size = rows * cols;
  const levels = new Uint8Array(3 * size);
  const bandRows = Math.max(1, Math.floor(bandPixels / cols));
  const canvas = new OffscreenCanvas(cols, Math.min(rows, bandRows));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  let isGrey = true;
  let hasAlpha = false;
  for (let row = 0; row < rows; row += bandRows) {
    context.clearRect(0, 0, cols, canvas.height);
    context.drawImage(bitmap, 0, -row);
    const { data } = context.getImageData(0, 0, cols, Math.min(bandRows, rows - row));
    const band = spread(data, levels, row * cols, size);
    isGrey &&= band.isGrey;
    hasAlpha ||= band.hasAlpha;
  }
  bitmap.close();
  return { rows, cols, planes: isGrey ? 1 : 3, levels: isGrey ? levels.slice(0, size) : levels, hasAlpha };
}

/** Puts red, green and blue, which lie side by side, into planes of `size` levels, from `from` on. */
function spread(pixels: Uint8ClampedArray, levels: Uint8Array, from: number, size: number) {
  let isGrey = true;
  let hasAlpha = false;
  for (let at = 0, to = from; at < pixels.length; at += 4, to++) {
    const red = pixels[at]!;
    const green = pixels[at + 1]!;
    const blue = pixels[at + 2]!;
    levels[to] = red;
    levels[to + size] = green;
    levels[to + 2 * size] = blue;
    if (red !== green || green !== blue) isGrey = false;
    if (pixels[at + 3] !== 255) hasAlpha = true;
  }
  return { isGrey, hasAlpha };
}
