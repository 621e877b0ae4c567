import plain from './plain.wasm';
import relaxed from './relaxed.wasm';

/** What the modules export, by the names of the functions in `assembly/`. */
export type WasmExports = Readonly<Record<string, (...args: number[]) => number>>;

/** An instance of the fast module and the memory it works in. */
export interface WasmModule {
  readonly exports: WasmExports;
  readonly memory: WebAssembly.Memory;
  /** True where fused multiply-adds are used: sums of single precision then differ in the last bits. */
  readonly isRelaxed: boolean;
}

/** Where the limits' flags of the imported memory stand: after the names `env` and `memory`, and the kind 2. */
const memoryImport = [3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2];
const hasMaximum = 1;
const maximumPages = 65536;

/**
 * Makes an instance in a memory of its own, or in one that other threads share; takes fused multiply-adds where the
 * engine knows them, unless told not to.
 */
export function wasmModule({
  useRelaxed = WebAssembly.validate(relaxed),
  shared,
}: {
  readonly useRelaxed?: boolean;
  readonly shared?: WebAssembly.Memory;
} = {}): WasmModule {
  const bytes = useRelaxed ? relaxed : plain;
  const memory = shared ?? new WebAssembly.Memory({ initial: 1, maximum: maximumPages });
  const module = new WebAssembly.Module(shared ? bytes : unshared(bytes));
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return { exports: instance.exports as WasmExports, memory, isRelaxed: useRelaxed };
}

/** The same module with the memory's flag of being shared cleared; no instruction of it depends on that. */
function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const start = copy.findIndex((_, at) => memoryImport.every((byte, i) => copy[at + i] === byte));
  copy[start + memoryImport.length] = hasMaximum;
  return copy;
}
