import type { ConvLayer, Size } from '../layer';
import { callText, keyword, tupleText } from './codeText';

/**
 * PyTorch's transposed convolution whose output is as large as a convolution's input, in code: `output_padding` says which
 * of the sizes that the stride folds together it is, (N + 2P − K) mod S with dilation in K. Undefined where a number is not
 * known, or padding is not the same on both sides.
 */
export function invertedConvolution(layer: ConvLayer, input: readonly Size[] | undefined): string | undefined {
  const { axes, filters, groups, hasBias, channels: place } = layer;
  if (layer.library !== 'torch' || place !== 'first' || !input || filters === undefined || groups === undefined)
    return undefined;
  const channels = input.at(-axes.length - 1);
  const sizes = input.slice(-axes.length);
  const left = axes.map(({ kernel, stride, dilation, padding }, axis): Size => {
    const size = sizes[axis];
    if (size === undefined || kernel === undefined || stride === undefined || dilation === undefined) return undefined;
    if (padding.kind !== 'explicit' || padding.before === undefined || padding.before !== padding.after)
      return undefined;
    const room = size + 2 * padding.before - (dilation * (kernel - 1) + 1);
    return room < 0 ? undefined : room % stride;
  });
  const outputPadding = tupleText(left);
  const own = (name: 'kernel' | 'stride' | 'dilation') => tupleText(axes.map((axis) => axis[name]));
  const [kernel, stride, dilation] = [own('kernel'), own('stride'), own('dilation')];
  const padding = tupleText(axes.map((axis) => (axis.padding.kind === 'explicit' ? axis.padding.before : undefined)));
  if (channels === undefined || outputPadding === undefined || padding === undefined) return undefined;
  return callText(`nn.ConvTranspose${axes.length}d`, [
    String(filters),
    String(channels),
    kernel,
    keyword('stride', stride!, '1'),
    keyword('padding', padding, '0'),
    keyword('output_padding', outputPadding, '0'),
    keyword('groups', String(groups), '1'),
    keyword('bias', hasBias === false ? 'False' : 'True', 'True'),
    keyword('dilation', dilation!, '1'),
  ]);
}
