declare module 'gifenc' {
  /** Colours as [red, green, blue], each from 0 to 255. */
  type GifPalette = readonly (readonly number[])[];
  interface GifFrame {
    readonly palette: GifPalette;
    /** Milliseconds. */
    readonly delay: number;
  }
  interface Encoder {
    writeFrame(pixels: Uint8Array, width: number, height: number, frame: GifFrame): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8ClampedArray, colours: number): GifPalette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: GifPalette): Uint8Array;
}
