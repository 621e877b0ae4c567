/** Something a text does to a name. Places are positions: a cell and a token in one number. */
export interface NameEvent {
  /** It gets a value; what it holds may have changed; it means something that the text does not say. */
  readonly kind: 'assigned' | 'changed' | 'bound';
  /** Where the name stands. */
  readonly at: number;
  /** The first token of the statement, in its cell. */
  readonly statement: number;
  /** From here on it has happened; a statement has happened when it ends. */
  end: number;
  /** Where its statement ends. */
  statementEnd: number;
  /** The block of the cell in which it happens. */
  readonly block: number;
  /** The block is a function's, and the name is not. */
  readonly isCaptured: boolean;
  /** The name stands for another object from then on. */
  readonly rebinds: boolean;
  /** False where a function that is not known was only handed the name. */
  readonly isSure: boolean;
  /** It may happen or not, in a statement that is a block of its own: `if (x) k = 1;`. */
  readonly isConditional: boolean;
  /** What the name holds from then on; names of one object share the number's group. */
  readonly value: number;
}
