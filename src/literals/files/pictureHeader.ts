/** What the beginning of a picture file says. */
export interface PictureHeader {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly rows: number;
  readonly cols: number;
  /** Planes of numbers: grey, or red, green and blue. */
  readonly planes: 1 | 3;
  /** Bits of one number. */
  readonly bits: number;
}

/** Reads size and kind of a PNG, JPEG or WebP file; undefined for anything else, or where its beginning is missing. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const header = pngHeader(view) ?? jpegHeader(view) ?? webpHeader(view);
    return header && header.rows > 0 && header.cols > 0 ? header : undefined;
  } catch (error) {
    // The file ends where its header goes on.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** ISO/IEC 15948: signature, then the chunk IHDR. */
function pngHeader(view: DataView): PictureHeader | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  const colour = view.getUint8(25);
  const isGrey = colour === 0 || colour === 4;
  return {
    mediaType: 'image/png',
    cols: view.getUint32(16),
    rows: view.getUint32(20),
    planes: isGrey ? 1 : 3,
    bits: view.getUint8(24),
  };
}

/** ITU-T T.81: segments up to the one that begins the frame. */
function jpegHeader(view: DataView): PictureHeader | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame)
      return {
        mediaType: 'image/jpeg',
        bits: view.getUint8(at + 4),
        rows: view.getUint16(at + 5),
        cols: view.getUint16(at + 7),
        planes: view.getUint8(at + 9) === 1 ? 1 : 3,
      };
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649: a RIFF file whose first chunk has the size. */
function webpHeader(view: DataView): PictureHeader | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined;
  const size = webpSize(view);
  return size && { mediaType: 'image/webp', ...size, planes: 3, bits: 8 };
}

function webpSize(view: DataView): Pick<PictureHeader, 'rows' | 'cols'> | undefined {
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { cols: view.getUint16(26, true) & 0x3fff, rows: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { cols: (bits & 0x3fff) + 1, rows: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858:
      return { cols: threeBytes(view, 24) + 1, rows: threeBytes(view, 27) + 1 };
    default:
      return undefined;
  }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}
