import { Arena } from './arena';
import type { Precision } from './pathRunner';
import { growableMemory, knowsRelaxed, type WasmExports, wasmModule } from './wasmModule';

/** The whole WASM memory as numbers; replaced when the memory grows. */
export interface Views {
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly int32: Int32Array;
}

/** The modules of one thread, the memory they share and who hands it out. */
export interface Machine {
  readonly memory: WebAssembly.Memory;
  readonly arena: Arena;
  /** True where the fast module fuses multiply-adds. */
  readonly isRelaxed: boolean;
  /** Valid until the arena next hands out memory. */
  views(): Views;
  /** The fast module's exports, or those of the module that never fuses; each is made when first asked for. */
  exports(unfused: boolean): WasmExports;
  /** The exports of a module that is there already; for functions that have no multiply-adds. */
  helpers(): WasmExports;
}

/** Makes a machine in a memory of its own, or in a shared one whose bytes from `start` on are free. */
export function machine({
  useRelaxed = knowsRelaxed(),
  memory = growableMemory(),
}: {
  readonly useRelaxed?: boolean;
  readonly memory?: WebAssembly.Memory;
} = {}): Machine {
  const instances = new Map<boolean, WasmExports>();
  let views: Views | undefined;
  const exports = (unfused: boolean): WasmExports => {
    const isFused = useRelaxed && !unfused;
    const known = instances.get(isFused);
    if (known) return known;
    const made = wasmModule({ useRelaxed: isFused, memory }).exports;
    instances.set(isFused, made);
    return made;
  };
  return {
    memory,
    arena: new Arena(memory),
    isRelaxed: useRelaxed,
    views: () => {
      if (views?.int32.buffer !== memory.buffer) views = viewsOf(memory.buffer);
      return views!;
    },
    exports,
    helpers: () => instances.get(false) ?? exports(false),
  };
}

function viewsOf(buffer: ArrayBuffer): Views {
  return { float32: new Float32Array(buffer), float64: new Float64Array(buffer), int32: new Int32Array(buffer) };
}

/** The view of a precision. */
export function numbersOf(views: Views, precision: Precision): Float32Array | Float64Array {
  return precision === 'float32' ? views.float32 : views.float64;
}

/** Bytes of one number. */
export function bytesOf(precision: Precision): number {
  return precision === 'float32' ? 4 : 8;
}
