import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PlacedJson, placedJson } from '../../../../src/session/lessons/placedJson';

/** The value without its places. */
function plain(node: PlacedJson): unknown {
  if (node.kind === 'plain') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries([...node.members].map(([name, value]) => [name, plain(value)]));
}

/** Every part of a value. */
function parts(node: PlacedJson): readonly PlacedJson[] {
  const inner = node.kind === 'plain' ? [] : node.kind === 'array' ? node.items : [...node.members.values()];
  return [node, ...inner.flatMap(parts)];
}

describe('placedJson(text)', () => {
  it('gives what JSON.parse gives, and the place of each part says that part', () => {
    const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const node = placedJson(text);
        assert.ok(node);
        assert.deepEqual(plain(node), JSON.parse(text));
        for (const part of parts(node)) assert.deepEqual(plain(part), JSON.parse(text.slice(part.start, part.end)));
      }),
    );
  });

  it('gives nothing for what is no JSON', () => {
    for (const text of ['', ' ', '[1,]', "{'a':1}", '// x\n1']) assert.equal(placedJson(text), undefined);
  });
});
