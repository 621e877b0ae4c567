/** Puts arguments into `{0}`, `{1}` … of a message, in the person's language where a translation is known. */
export type Translate = (message: string, ...args: readonly (string | number)[]) => string;

/** A translator over a bundle of l10n: English message → translated message. */
export function translator(bundle: Readonly<Record<string, string>>): Translate {
  return (message, ...args) =>
    (bundle[message] ?? message).replace(/\{(\d+)\}/g, (hole, index) => {
      const value = args[Number(index)];
      return value === undefined ? hole : String(value);
    });
}
