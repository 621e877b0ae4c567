import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { packedText, unpackedText } from '../../../src/host/linkText';

describe('the text of a link', () => {
  it('comes back as it was, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
        const packed = await packedText(text);
        assert.match(packed, /^[A-Za-z0-9_-]*$/);
        assert.equal(await unpackedText(packed), text);
      }),
      { numRuns: 50 },
    );
  });

  it('is what zlib inflates, and takes what zlib has deflated', async () => {
    const text = JSON.stringify(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256));
    const packed = await packedText(text);
    assert.equal(zlib.inflateRawSync(Buffer.from(packed, 'base64url')).toString(), text);
    assert.equal(await unpackedText(zlib.deflateRawSync(text).toString('base64url')), text);
  });

  it('is nothing where it was cut off, is not base64 or not deflated', async () => {
    const packed = await packedText('[[1, 2, 3], [4, 5, 6]]'.repeat(20));
    for (const wrong of [packed.slice(0, -4), `${packed}!`, 'a', 'AAAA', packed.slice(3), 'ÿ', `${packed} `])
      assert.equal(await unpackedText(wrong), undefined, wrong);
  });

  it('is nothing where few characters would become very many', async () => {
    const bomb = zlib.deflateRawSync(Buffer.alloc(2 ** 25)).toString('base64url');
    assert.ok(bomb.length < 50_000);
    assert.equal(await unpackedText(bomb), undefined);
  });
});
