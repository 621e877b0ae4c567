/** The engine as it is shipped: what plans and runs a fast convolution. */
export { planConv2d } from '../../src/engine/convolution/planConv2d';
export { convEngine } from '../../src/engine/wasm/convEngine';
