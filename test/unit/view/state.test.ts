import assert from 'node:assert/strict';
import { freshView } from '../../../src/protocol/keptView';
import { walk } from '../../../src/view/grid/walk';
import { positionPieces } from '../../../src/view/inspector/positionPieces';
import { type KeyPress, keyCommand } from '../../../src/view/keys/keyCommand';
import { binCounts } from '../../../src/view/stage/binCounts';
import { readViewState } from '../../../src/view/state/keepViewState';
import { barPlaces } from '../../../src/view/transport/barPlaces';

const key = (name: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('readViewState', () => {
  it('brings back what was kept', () => {
    const kept = {
      step: 8,
      speed: 2,
      showWhole: false,
      showUses: true,
      settings: { asRows: true, cells: 'numbers', digits: 'fewer', colours: 'magma' },
      zoom: { scale: 4, left: 0.5, top: 0.25 },
      presenting: true,
    };
    assert.deepEqual(readViewState({ version: 1, session: {}, ...kept }), kept);
  });

  it('falls back to the defaults for anything corrupt', () => {
    for (const kept of [undefined, null, 7, 'x', [], {}, { version: 2, step: 3 }, { version: '1' }])
      assert.deepEqual(readViewState(kept), freshView);
    for (const step of [-1, 1.5, Number.NaN, '8', null, Number.POSITIVE_INFINITY])
      assert.equal(readViewState({ version: 1, step }).step, 0);
    assert.equal(readViewState({ version: 1, speed: 100 }).speed, 1);
    assert.equal(readViewState({ version: 1, showWhole: 'no' }).showWhole, true);
    for (const settings of [null, 3, { cells: 'loud', digits: 7, colours: 'jet', asRows: 'yes' }])
      assert.deepEqual(readViewState({ version: 1, settings }).settings, freshView.settings);
    for (const zoom of [null, { scale: 0.5, left: 0, top: 0 }, { scale: 2, left: 1, top: 0 }, { scale: Number.NaN }])
      assert.deepEqual(readViewState({ version: 1, zoom }).zoom, freshView.zoom);
  });
});

describe('keyCommand', () => {
  it('steps, plays and changes parameters from anywhere outside a text field', () => {
    const commands = {
      ArrowRight: 'next',
      ArrowLeft: 'previous',
      Home: 'first',
      End: 'last',
      ' ': 'play',
      '[': 'less-padding',
      ']': 'more-padding',
      ',': 'less-stride',
      '.': 'more-stride',
      u: 'uses',
      f: 'rows',
      p: 'present',
      '+': 'zoom-in',
      '-': 'zoom-out',
      '0': 'zoom-reset',
    };
    for (const [name, command] of Object.entries(commands)) {
      assert.equal(keyCommand(key(name), 'elsewhere'), command);
      assert.equal(keyCommand(key(name), 'field'), undefined);
    }
  });

  it('leaves Space to buttons, and letters and arrows to choices', () => {
    assert.equal(keyCommand(key(' '), 'button'), undefined);
    assert.equal(keyCommand(key('ArrowRight'), 'button'), 'next');
    assert.equal(keyCommand(key('ArrowRight'), 'choice'), undefined);
    assert.equal(keyCommand(key('p'), 'choice'), undefined);
  });

  it('lets go with Escape everywhere and pins with Enter in the map alone', () => {
    for (const place of ['field', 'choice', 'button', 'map', 'elsewhere'] as const)
      assert.equal(keyCommand(key('Escape'), place), 'let-go');
    assert.equal(keyCommand(key('Enter'), 'map'), 'pin');
    assert.equal(keyCommand(key('Enter'), 'button'), undefined);
  });

  it('undoes and redoes, but not inside a text field', () => {
    assert.equal(keyCommand(key('z', { ctrlKey: true }), 'elsewhere'), 'undo');
    assert.equal(keyCommand(key('Z', { metaKey: true, shiftKey: true }), 'map'), 'redo');
    assert.equal(keyCommand(key('y', { ctrlKey: true }), 'button'), 'redo');
    assert.equal(keyCommand(key('z', { ctrlKey: true }), 'field'), undefined);
    assert.equal(keyCommand(key('u', { ctrlKey: true }), 'elsewhere'), undefined);
  });
});

describe('walk', () => {
  const size = { rows: 3, cols: 4 };
  it('walks a grid and stays inside it', () => {
    assert.deepEqual(walk(key('ArrowRight'), { row: 1, col: 3 }, size), { row: 1, col: 3 });
    assert.deepEqual(walk(key('ArrowUp'), { row: 1, col: 3 }, size), { row: 0, col: 3 });
    assert.deepEqual(walk(key('End'), { row: 1, col: 0 }, size), { row: 1, col: 3 });
    assert.deepEqual(walk(key('End', { ctrlKey: true }), { row: 0, col: 0 }, size), { row: 2, col: 3 });
    assert.deepEqual(walk(key('Home', { metaKey: true }), { row: 2, col: 3 }, size), { row: 0, col: 0 });
    assert.deepEqual(walk(key('PageDown'), { row: 0, col: 1 }, size), { row: 2, col: 1 });
    assert.equal(walk(key('Enter'), { row: 0, col: 0 }, size), undefined);
  });
});

describe('the picture of positions', () => {
  it('shows all where there is room, else the first, the shown and the last', () => {
    assert.deepEqual(positionPieces(5, 2, 6), [0, 1, 2, 3, 4]);
    assert.deepEqual(positionPieces(26, 0, 4), [0, 1, 2, -1, 25]);
    const many = positionPieces(26, 12, 8);
    assert.deepEqual(many.filter((index) => index >= 0).slice(-2), [24, 25]);
    assert.ok(many.includes(11) && many.includes(12) && many.includes(13) && many.includes(0));
  });
});

describe('bars of the player', () => {
  it('find the step under every bar again', () => {
    for (const [width, steps, cols] of [
      [900, 25, 5],
      [300, 676, 26],
      [120, 4, 2],
      [500, 1, 1],
    ] as const) {
      const places = barPlaces(width, steps, cols);
      for (let step = 0; step < steps; step++)
        assert.equal(places.stepAt(places.leftOf(step) + places.barWidth / 2), step);
      assert.equal(places.stepAt(-50), 0);
      assert.equal(places.stepAt(width * 2), steps - 1);
    }
  });
});

describe('binCounts', () => {
  it('counts the values that are reached, the ends included', () => {
    const map = Float64Array.of(-4, -2, 4, 0, -4, 0, 2, 0, -1);
    assert.deepEqual(binCounts(map, { low: -4, high: 4 }, 9, 99), [2, 0, 1, 1, 3, 0, 1, 0, 1]);
    assert.deepEqual(binCounts(map, { low: -4, high: 4 }, 3, 1), [1, 1, 0]);
    assert.deepEqual(
      binCounts(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY), { low: -1, high: 1 }, 3, 9),
      [0, 0, 1],
    );
  });
});
