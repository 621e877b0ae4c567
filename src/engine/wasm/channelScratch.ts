import type { Arena } from './arena';

/** A piece of WASM memory for each lane, made when it is first asked for. */
export interface ChannelScratch {
  /** The byte address of a lane's piece. */
  address(lane: number): number;
  release(): void;
}

/** Pieces of `bytes` bytes each. */
export function channelScratch(arena: Arena, bytes: number): ChannelScratch {
  const addresses = new Map<number, number>();
  return {
    address: (lane) => {
      const known = addresses.get(lane);
      if (known !== undefined) return known;
      const address = arena.allocate(bytes);
      addresses.set(lane, address);
      return address;
    },
    release: () => {
      for (const address of addresses.values()) arena.release(address);
      addresses.clear();
    },
  };
}
