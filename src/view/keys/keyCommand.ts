/** What a key does outside the grids. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'play'
  | 'less-padding'
  | 'more-padding'
  | 'less-stride'
  | 'more-stride'
  | 'uses'
  | 'rows'
  | 'present'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset'
  | 'pin'
  | 'let-go'
  | 'undo'
  | 'redo';

/** Where the focus is when a key comes: `field` takes letters, `choice` takes letters and arrows, `button` takes Space and Enter. */
export type KeyPlace = 'field' | 'choice' | 'button' | 'map' | 'elsewhere';

/** What `keyCommand` reads of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const letters: Readonly<Record<string, KeyCommand>> = {
  '[': 'less-padding',
  ']': 'more-padding',
  ',': 'less-stride',
  '.': 'more-stride',
  u: 'uses',
  U: 'uses',
  f: 'rows',
  F: 'rows',
  p: 'present',
  P: 'present',
  '+': 'zoom-in',
  '-': 'zoom-out',
  '0': 'zoom-reset',
};

const arrows: Readonly<Record<string, KeyCommand>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

/** The command of a key at a place; undefined where the key keeps its own meaning. */
export function keyCommand(press: KeyPress, place: KeyPlace): KeyCommand | undefined {
  if (press.ctrlKey || press.metaKey) return place === 'field' || press.altKey ? undefined : historyCommand(press);
  if (press.key === 'Escape') return 'let-go';
  // Letters and arrows choose in a list.
  if (place === 'field' || place === 'choice') return undefined;
  // AltGr is how some keyboards type brackets, so letters do not ask about Alt.
  const letter = letters[press.key];
  if (letter !== undefined || press.altKey) return letter;
  if (press.key === ' ') return place === 'button' ? undefined : 'play';
  if (press.key === 'Enter') return place === 'map' ? 'pin' : undefined;
  return press.shiftKey ? undefined : arrows[press.key];
}

function historyCommand({ key, shiftKey }: KeyPress): KeyCommand | undefined {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : undefined;
}
