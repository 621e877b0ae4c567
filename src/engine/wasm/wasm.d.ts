/** The packed modules that `assembly/` compiles to. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  // biome-ignore lint/style/noDefaultExport: a bundler hands over the bytes of a file as its default.
  export default bytes;
}
