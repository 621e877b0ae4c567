import assert from 'node:assert/strict';
import type { Fill } from '../../../../src/engine/convolution/conv2dParams';
import { fillSource, fillValue } from '../../../../src/engine/padding/fill';
import { type FillLibrary, fillName, fillNamed } from '../../../../src/engine/padding/fillNames';

/** Cells 1 … 5 and three on either side, as numpy.pad prints them. */
function around(fill: Fill | undefined): string {
  assert.ok(fill);
  return Array.from({ length: 11 }, (_, i) => {
    const source = fillSource(fill, i - 3, 5);
    return source < 0 ? fillValue(fill) : source + 1;
  }).join('');
}

describe('fillNamed', () => {
  it('means what the libraries mean, three cells around 1 … 5', () => {
    const cases: readonly (readonly [FillLibrary, string, string])[] = [
      ['numpy', 'constant', '00012345000'],
      ['numpy', 'edge', '11112345555'],
      ['numpy', 'reflect', '43212345432'],
      ['numpy', 'symmetric', '32112345543'],
      ['numpy', 'wrap', '34512345123'],
      ['torch', 'zeros', '00012345000'],
      ['torch', 'replicate', '11112345555'],
      ['torch', 'reflect', '43212345432'],
      ['torch', 'circular', '34512345123'],
      ['scipy', 'fill', '00012345000'],
      ['scipy', 'symm', '32112345543'],
      ['scipy', 'wrap', '34512345123'],
      ['ndimage', 'constant', '00012345000'],
      ['ndimage', 'nearest', '11112345555'],
      ['ndimage', 'mirror', '43212345432'],
      ['ndimage', 'reflect', '32112345543'],
      ['ndimage', 'grid-mirror', '32112345543'],
      ['ndimage', 'wrap', '34512345123'],
      ['opencv', 'BORDER_CONSTANT', '00012345000'],
      ['opencv', 'BORDER_REPLICATE', '11112345555'],
      ['opencv', 'BORDER_DEFAULT', '43212345432'],
      ['opencv', 'BORDER_REFLECT_101', '43212345432'],
      ['opencv', 'BORDER_REFLECT', '32112345543'],
      ['opencv', 'BORDER_WRAP', '34512345123'],
    ];
    for (const [library, name, cells] of cases) assert.equal(around(fillNamed(library, name)), cells, name);
  });

  it('takes the value of a constant', () => {
    assert.deepEqual(fillNamed('numpy', 'constant', 7), { kind: 'constant', value: 7 });
    assert.deepEqual(fillNamed('ndimage', 'grid-constant', -1), { kind: 'constant', value: -1 });
    assert.deepEqual(fillNamed('torch', 'zeros', 7), { kind: 'zeros' });
    assert.deepEqual(fillNamed('scipy', 'fill', -0), { kind: 'constant', value: -0 });
  });

  it('has no fill for a name of another library', () => {
    assert.equal(fillNamed('torch', 'symmetric'), undefined);
    assert.equal(fillNamed('numpy', 'mirror'), undefined);
    assert.equal(fillNamed('opencv', 'toString'), undefined);
  });
});

describe('fillName', () => {
  const libraries: readonly FillLibrary[] = ['numpy', 'torch', 'scipy', 'ndimage', 'opencv'];
  const fills: readonly Fill[] = [
    { kind: 'zeros' },
    { kind: 'constant', value: 3 },
    { kind: 'replicate' },
    { kind: 'reflect' },
    { kind: 'symmetric' },
    { kind: 'circular' },
  ];

  it('is the name that means the fill again', () => {
    for (const library of libraries) {
      for (const fill of fills) {
        const name = fillName(library, fill);
        if (name !== undefined) assert.deepEqual(fillNamed(library, name, fillValue(fill)), fill, `${library} ${name}`);
      }
    }
  });

  it('is missing where the library cannot do it', () => {
    const missing = libraries.flatMap((library) =>
      fills.filter((fill) => fillName(library, fill) === undefined).map(({ kind }) => `${library} ${kind}`),
    );
    assert.deepEqual(missing, ['torch symmetric', 'scipy replicate', 'scipy reflect']);
  });
});
