/** What the bench takes of the engine. */

export { planConv2d } from '../../src/engine/convolution/planConv2d';
export { isPlanProblem } from '../../src/engine/planProblem';
export { choosePath } from '../../src/engine/wasm/choosePath';
export { convEngine } from '../../src/engine/wasm/convEngine';
export { isHelped, laneBuffer, laneTable } from '../../src/engine/wasm/laneTable';
export { machine } from '../../src/engine/wasm/machine';
export { placeMargins } from '../../src/engine/wasm/placedMargins';
export { PlacedPicture } from '../../src/engine/wasm/placedPicture';
export { PlacedResult } from '../../src/engine/wasm/placedResult';
export { helpLanes } from '../../src/engine/wasm/sharedLanes';
export { growableMemory } from '../../src/engine/wasm/wasmModule';
