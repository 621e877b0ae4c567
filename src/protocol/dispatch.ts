/** One handler for each message of a union; leaving one out does not compile. */
export type Handlers<M extends { readonly type: string }> = {
  readonly [K in M['type']]: (message: Extract<M, { readonly type: K }>) => void;
};

/** Hands a checked message to its handler. */
export function dispatch<M extends { readonly type: string }>(message: M, handlers: Handlers<M>): void {
  const handler = handlers[message.type as M['type']] as (message: M) => void;
  handler(message);
}
