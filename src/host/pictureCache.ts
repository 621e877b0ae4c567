import type { Picture } from '../engine/picture/picture';
import { pictureSlices } from '../engine/picture/pictureOf';
import type { Matrix } from '../engine/tensor';
import { runSliced } from './runSliced';

/** Makes pictures of matrices beside other work of the thread, each once as long as it is fine enough. */
export class PictureCache {
  private readonly pictures = new WeakMap<Float64Array, { readonly rows: number; readonly picture: Picture }>();

  /** A picture whose longer side has `side` pixels or more, or as many as the matrix has cells. */
  async of(matrix: Matrix, side: number): Promise<Picture> {
    const known = this.known(matrix);
    if (known && longerSide(known) >= Math.min(side, Math.max(...matrix.shape))) return known;
    const slices = pictureSlices(matrix, side);
    const picture = await runSliced(
      slices,
      () => true,
      () => undefined,
    );
    this.keep(matrix, picture!);
    return picture!;
  }

  /** Takes a picture that was made elsewhere, unless it has a finer one. */
  put(matrix: Matrix, picture: Picture): void {
    const known = this.known(matrix);
    if (!known || longerSide(known) < longerSide(picture)) this.keep(matrix, picture);
  }

  /** The same numbers may be laid out in other rows. */
  private known({ shape, data }: Matrix): Picture | undefined {
    const known = this.pictures.get(data);
    return known?.rows === shape[0] ? known.picture : undefined;
  }

  private keep({ shape, data }: Matrix, picture: Picture): void {
    this.pictures.set(data, { rows: shape[0], picture });
  }
}

function longerSide({ rows, cols }: Picture): number {
  return Math.max(rows, cols);
}
