import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { FromView, ToView } from '../../protocol/lens';

type Order = Extract<ToView, { readonly type: 'rasterise' }>;
type Answer = Extract<FromView, { readonly type: 'rasterised' | 'not-rasterised' }>;

/** Pictures of one page are drawn at twice its size, for screens and slides. */
const pictureScale = 2;

/** Draws pages of SVG and answers with the bytes of a PNG file, or of a GIF that shows them one after another. */
export async function rasterise(order: Order, post: (answer: Answer) => void): Promise<void> {
  const { id } = order;
  try {
    post({ type: 'rasterised', id, bytes: await (order.as === 'png' ? pngOf(order) : gifOf(order)) });
  } catch {
    post({ type: 'not-rasterised', id });
  }
}

async function pngOf({ pages }: Order): Promise<Uint8Array> {
  const { canvas } = await drawn(pages[0] ?? '', pictureScale);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Every frame has colours of its own, so that the greys of small digits survive. */
async function gifOf({ pages, delay }: Order): Promise<Uint8Array> {
  const encoder = GIFEncoder();
  for (const page of pages) {
    const { canvas, context } = await drawn(page, 1);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const palette = quantize(data, 256);
    encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay });
    // Between two frames the page may paint and hear messages.
    await new Promise((resolve) => setTimeout(resolve));
  }
  encoder.finish();
  return encoder.bytes().slice();
}

async function drawn(page: string, scale: number) {
  const url = URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth * scale, image.naturalHeight * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { canvas, context };
  } finally {
    URL.revokeObjectURL(url);
  }
}
