import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allot } from '../../../src/view/layout/allot';

const share = fc
  .record({ least: fc.nat(200), more: fc.nat(300) })
  .map(({ least, more }) => ({ least, most: least + more }));

describe('allot', () => {
  it('gives to each its least and never more than it can use, and uses up the room', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 5 }), fc.nat(2000), (shares, room) => {
        const given = allot(room, shares);
        const sum = given.reduce((all, one) => all + one, 0);
        const least = shares.reduce((all, one) => all + one.least, 0);
        const most = shares.reduce((all, one) => all + one.most, 0);
        for (const [index, one] of given.entries()) {
          assert.ok(one >= (shares[index]?.least ?? 0));
          assert.ok(one <= (shares[index]?.most ?? 0) + 1e-9);
        }
        assert.ok(Math.abs(sum - Math.min(most, Math.max(least, room))) < 1e-6);
      }),
    );
  });
});
