import packed from './modules.wasm';
import { unpackBytes } from './unpackBytes';

/** What the modules export, by the names of the functions in `assembly/`. */
export type WasmExports = Readonly<Record<string, (...args: number[]) => number>>;

/** An instance of the fast module and the memory it works in. */
export interface WasmModule {
  readonly exports: WasmExports;
  readonly memory: WebAssembly.Memory;
  /** True where fused multiply-adds are used: sums then differ in the last bits. */
  readonly isRelaxed: boolean;
}

/** Where the limits' flags of the imported memory stand: after the names `env` and `memory`, and the kind 2. */
const memoryImport = [3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2];
const hasMaximum = 1;
/** Before the packed bytes: see `wasmModules` of the build. */
const lengthBytes = 8;
const maximumPages = 65536;

interface ModuleBytes {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly relaxed: Uint8Array<ArrayBuffer>;
}

let unpacked: ModuleBytes | undefined;
let relaxedIsKnown: boolean | undefined;

/** Both modules, unpacked when first needed. */
function moduleBytes(): ModuleBytes {
  unpacked ??= unpackModules();
  return unpacked;
}

function unpackModules(): ModuleBytes {
  const lengths = new DataView(packed.buffer, packed.byteOffset, lengthBytes);
  const plain = lengths.getUint32(0, true);
  const bytes = unpackBytes(packed.subarray(lengthBytes), plain + lengths.getUint32(4, true));
  return { plain: bytes.slice(0, plain), relaxed: bytes.slice(plain) };
}

/** Compiled once for each kind of module and of memory; threads each compile their own. */
const compiled = new Map<string, WebAssembly.Module>();

/** True where the machine's engine knows fused multiply-adds. */
export function knowsRelaxed(): boolean {
  relaxedIsKnown ??= WebAssembly.validate(moduleBytes().relaxed);
  return relaxedIsKnown;
}

/** A memory of one page that can grow to the most that there is; `shared` between threads where that is possible. */
export function growableMemory(shared = false): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: maximumPages, shared });
}

/**
 * Makes an instance in a memory of its own, or in one that other instances use, on this thread or, where it is shared,
 * on others; takes fused multiply-adds where the engine knows them, unless told not to.
 */
export function wasmModule({
  useRelaxed = knowsRelaxed(),
  memory = growableMemory(),
}: {
  readonly useRelaxed?: boolean;
  readonly memory?: WebAssembly.Memory;
} = {}): WasmModule {
  const module = compile(useRelaxed, isShared(memory));
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return { exports: instance.exports as WasmExports, memory, isRelaxed: useRelaxed };
}

/** True for a memory that several threads can use. */
export function isShared(memory: WebAssembly.Memory): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && (memory.buffer as ArrayBufferLike) instanceof SharedArrayBuffer;
}

function compile(useRelaxed: boolean, shared: boolean): WebAssembly.Module {
  const key = `${useRelaxed} ${shared}`;
  const known = compiled.get(key);
  if (known) return known;
  const { plain, relaxed } = moduleBytes();
  const bytes = useRelaxed ? relaxed : plain;
  const module = new WebAssembly.Module(shared ? bytes : unshared(bytes));
  compiled.set(key, module);
  return module;
}

/** The same module with the memory's flag of being shared cleared; no instruction of it depends on that. */
function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const start = copy.findIndex((_, at) => memoryImport.every((byte, i) => copy[at + i] === byte));
  copy[start + memoryImport.length] = hasMaximum;
  return copy;
}
