import assert from 'node:assert/strict';
import { pictureHeader } from '../../../../src/literals/files/pictureHeader';
import { bytesOf, files } from './files';

describe('pictureHeader(bytes)', () => {
  for (const one of files.pictures) {
    it(`knows the size and kind of a ${one.name} that OpenCV has written`, () => {
      const header = pictureHeader(bytesOf(one));
      const { rows, cols, planes, bits } = one;
      assert.deepEqual({ ...header, mediaType: undefined }, { mediaType: undefined, rows, cols, planes, bits });
      assert.ok(one.name.toUpperCase().includes(header!.mediaType.slice('image/'.length).toUpperCase()));
    });
  }

  it('knows nothing of what is cut off before its size, or is no picture', () => {
    for (const one of files.pictures) {
      const bytes = bytesOf(one);
      for (let length = 0; length < 24; length++) assert.equal(pictureHeader(bytes.subarray(0, length)), undefined);
    }
    for (const one of files.npy) assert.equal(pictureHeader(bytesOf(one)), undefined);
  });
});
