import { shapeList } from './containers';
import { type ClassValue, type FunctionValue, listValue, noneValue, unknownValue, type Value } from './value';

/** Bases of bases are looked through up to here. */
const mostBases = 12;

/** `value.name`. */
export function memberOf(value: Value, name: string): Value {
  switch (value.kind) {
    case 'object':
      return attributeOf(value, name);
    case 'class':
      return ofClass(value, classMember(value, name)) ?? { kind: 'method', receiver: value, name };
    case 'path':
      return { kind: 'path', path: `${value.path}.${name}`, isLoose: value.isLoose };
    case 'super': {
      const method = inheritedFrom(value.owner, name);
      return method ? bound(method, value.self) : { kind: 'method', receiver: value, name };
    }
    case 'tensor':
      return tensorMember(value, name);
    case 'graph':
      if (name === 'output') return value.outputs[0] ?? unknownValue;
      if (name === 'input') return value.inputs[0] ?? unknownValue;
      if (name === 'outputs') return listValue(value.outputs);
      if (name === 'inputs') return listValue(value.inputs);
      return { kind: 'method', receiver: value, name };
    case 'layer':
      return layerMember(value, name);
    case 'unknown':
    case 'none':
      return unknownValue;
    default:
      return { kind: 'method', receiver: value, name };
  }
}

function attributeOf(value: Extract<Value, { kind: 'object' }>, name: string): Value {
  const own = value.attributes.state.get(name);
  if (own) return own;
  const member = classMember(value.of, name);
  if (!member) {
    if (name === '__class__') return value.of;
    return { kind: 'method', receiver: value, name };
  }
  if (member.kind !== 'function') return member;
  if (isDecorated(member, 'property')) return unknownValue;
  if (isDecorated(member, 'classmethod')) return bound(member, value.of);
  return member.owner ? bound(member, value) : member;
}

function ofClass(of: ClassValue, member: Value | undefined): Value | undefined {
  return member?.kind === 'function' && isDecorated(member, 'classmethod') ? bound(member, of) : member;
}

function isDecorated({ body }: FunctionValue, decorator: string): boolean {
  return 'decorators' in body && body.kind === 'function' && body.decorators.includes(decorator);
}

function bound(method: Value, self: Value): Value {
  return method.kind === 'function' ? { ...method, self } : method;
}

/** A method or attribute of a class or of those that it is made from. */
export function classMember(of: ClassValue, name: string, depth = 0): Value | undefined {
  return of.attributes.state.get(name) ?? inheritedFrom(of, name, depth);
}

function inheritedFrom({ bases }: ClassValue, name: string, depth = 0): Value | undefined {
  if (depth > mostBases) return undefined;
  for (const base of bases) {
    const member = base.kind === 'class' ? classMember(base, name, depth + 1) : undefined;
    if (member) return member;
  }
  return undefined;
}

/** A method of an object of the text, ready to be called. */
export function methodOf(value: Value, name: string): FunctionValue | undefined {
  if (value.kind !== 'object') return undefined;
  const member = classMember(value.of, name);
  return member?.kind === 'function' && member.owner ? { ...member, self: value } : undefined;
}

/** The path of the library's class that a class is made from; undefined where there is none. */
export function libraryBase({ bases }: ClassValue, depth = 0): string | undefined {
  if (depth > mostBases) return undefined;
  for (const base of bases) {
    const path = base.kind === 'path' ? base.path : base.kind === 'class' ? libraryBase(base, depth + 1) : undefined;
    if (path !== undefined) return path;
  }
  return undefined;
}

function tensorMember(value: Extract<Value, { kind: 'tensor' }>, name: string): Value {
  const { shape } = value.tensor;
  if (name === 'shape' || name === '_keras_shape') return shapeList(shape);
  if (name === 'ndim') return shape ? { kind: 'number', value: shape.length } : unknownValue;
  if (name === 'T') return unknownValue;
  if (name === 'data') return value;
  return { kind: 'method', receiver: value, name };
}

/** What a layer says of itself. */
function layerMember({ layer }: Extract<Value, { kind: 'layer' }>, name: string): Value {
  const size = (one: number | 'any' | 'none' | undefined): Value =>
    typeof one === 'number' ? { kind: 'number', value: one } : unknownValue;
  if ('kind' in layer) {
    if ((name === 'out_channels' || name === 'filters') && 'filters' in layer) return size(layer.filters);
    if (name === 'in_channels' && 'inputChannels' in layer) return size(layer.inputChannels);
    if (layer.kind === 'dense' && name === 'in_features') return size(layer.inputSize);
    if (layer.kind === 'dense' && (name === 'out_features' || name === 'units')) return size(layer.units);
    if (name === 'bias' && 'hasBias' in layer && layer.hasBias === false) return noneValue;
  }
  return unknownValue;
}
