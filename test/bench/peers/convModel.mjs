/** A model of ONNX with the one node Conv, as the bytes of its protocol buffer. Field numbers are those of onnx.proto. */
export function convModel({ shape, kernelShape, stride, dilation, padding }, kernel, outputShape) {
  const node = message(
    text(1, 'input'),
    text(1, 'kernel'),
    text(2, 'output'),
    text(4, 'Conv'),
    integers('strides', [stride, stride]),
    integers('dilations', [dilation, dilation]),
    integers('pads', [padding, padding, padding, padding]),
  );
  const graph = message(
    bytes(1, node),
    text(2, 'graph'),
    bytes(5, weights(kernelShape, kernel)),
    bytes(11, valueInfo('input', shape)),
    bytes(12, valueInfo('output', outputShape)),
  );
  const irVersion = 8;
  const operatorSet = message(number(2, 17));
  return message(number(1, irVersion), bytes(8, operatorSet), bytes(7, graph));
}

const float = 1;

function weights(shape, kernel) {
  const raw = new Uint8Array(kernel.buffer, kernel.byteOffset, kernel.byteLength);
  return message(...shape.map((size) => number(1, size)), number(2, float), text(8, 'kernel'), bytes(9, raw));
}

function integers(name, values) {
  const kindIntegers = 7;
  return bytes(5, message(text(1, name), ...values.map((value) => number(8, value)), number(20, kindIntegers)));
}

function valueInfo(name, shape) {
  const dimensions = shape.map((size) => bytes(1, message(number(1, size))));
  const tensorType = message(number(1, float), bytes(2, message(...dimensions)));
  return message(text(1, name), bytes(2, message(bytes(1, tensorType))));
}

const message = (...fields) => Buffer.concat(fields);
const number = (field, value) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field, value) => Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
const text = (field, value) => bytes(field, Buffer.from(value));

function varint(value) {
  const groups = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) groups.push((rest % 128) | 128);
  return Buffer.from([...groups, rest]);
}
