import { unknownTensor } from '../tensor';
import { freshTensor } from '../trace';
import { containerMethod } from './containers';
import type { Interpreter } from './interpreter';
import { callLibrary } from './libraryCalls';
import { methodOf } from './member';
import { madeOf, mergeTensors } from './mergeTensors';
import { applyLayer, callChain, callGraph, callObject, instance, superMethod, toldInput } from './modules';
import { pythonBuiltin } from './pythonBuiltins';
import { tensorMethod } from './tensorMethods';
import { anythingValue, type CallArgs, listValue, noneValue, unknownValue, type Value } from './value';

/** Where a call stands, and what it calls as it is written; empty where that is no name. */
export interface CallPlace {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/** What calling a value gives. */
export function callValue(callee: Value, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  switch (callee.kind) {
    case 'function':
      return interpreter.function(callee, args);
    case 'class':
      return instance(callee, args, place, interpreter);
    case 'partial':
      return callValue(callee.callee, withMore(callee.args, args), place, interpreter);
    case 'layer':
      return applyLayer(callee, args, place, interpreter);
    case 'object':
      return callObject(callee, args, place, interpreter);
    case 'list':
      return callee.role === 'chain' ? callChain(callee, args, place, interpreter) : unknownValue;
    case 'graph':
      return callGraph(callee, args);
    case 'merge':
      return mergeTensors(callee.name, callee.axis, args.places[0]);
    case 'method':
      return callMethod(callee.receiver, callee.name, args, place, interpreter);
    case 'path':
      return callLibrary(callee, args, place, interpreter);
    case 'foreign':
      if (callee.hasParameters) interpreter.unknownCalls++;
      return unknownFrom(args);
    default:
      return unknownFrom(args);
  }
}

/** What has come from tensors in a way that is not known. */
export function unknownFrom({ places, keywords }: CallArgs): Value {
  const from = [...places, ...keywords.values()].flatMap((value) =>
    value.kind === 'list' ? value.cells.state.items.flatMap(madeOf) : madeOf(value),
  );
  const hasTensors = [...places, ...keywords.values()].some(({ kind }) => kind === 'tensor');
  if (!hasTensors) return anythingValue;
  return { kind: 'tensor', tensor: unknownTensor, made: { row: undefined, from, isOpen: true } };
}

function withMore(first: CallArgs, more: CallArgs): CallArgs {
  return {
    places: [...first.places, ...more.places],
    keywords: new Map([...first.keywords, ...more.keywords]),
    isOpen: first.isOpen || more.isOpen,
  };
}

/** Methods after which a model is still itself. */
const itself = new Set('to cuda cpu float double half eval train requires_grad_ apply type share_memory'.split(' '));

function callMethod(receiver: Value, name: string, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  if (receiver.kind === 'tensor') return tensorMethod(receiver, name, args);
  if (receiver.kind === 'super') return superMethod(receiver, name, args, place, interpreter);
  if (receiver.kind === 'list' || receiver.kind === 'dict' || receiver.kind === 'text') {
    const own = containerMethod(receiver, name, args.places, interpreter);
    if (own) return own;
  }
  if (receiver.kind === 'object') {
    if (name === '__setattr__' || name === '__getattr__') {
      const builtin = name === '__setattr__' ? 'setattr' : 'getattr';
      return (
        pythonBuiltin(builtin, { ...args, places: [receiver, ...args.places] }, place, interpreter) ?? unknownValue
      );
    }
    if (name === 'add_module' || name === 'register_module' || name === 'register_parameter') {
      const [key, value] = args.places;
      if (key?.kind === 'text' && value) interpreter.journal.write(receiver.attributes, key.text, value);
      return noneValue;
    }
    if (name === 'children') return listValue(modulesOf(receiver));
  }
  const isModel =
    receiver.kind === 'object' || receiver.kind === 'list' || receiver.kind === 'graph' || receiver.kind === 'layer';
  if (!isModel) return unknownValue;
  if (itself.has(name)) return receiver;
  // Flax's models are called with what they have learned, or what they begin with, first.
  if (receiver.kind === 'object' && /^(?:init|apply|tabulate|init_with_output)$/.test(name) && args.places.length > 1)
    return callValue(receiver, { ...args, places: args.places.slice(1) }, place, interpreter);
  if (name === 'build') return built(receiver, args, place, interpreter);
  if (name === 'forward' || name === 'call' || name === '__call__')
    return methodOf(receiver, name) ? unknownValue : callValue(receiver, args, place, interpreter);
  return unknownValue;
}

function modulesOf({ attributes }: Extract<Value, { kind: 'object' }>): readonly Value[] {
  return [...attributes.state.values()].filter(({ kind }) => ['layer', 'object', 'list'].includes(kind));
}

/** `model.build((None, 28, 28, 1))`. */
function built(receiver: Value, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  const shape = args.places[0] ?? args.keywords.get('input_shape');
  const tensor = toldInput(receiver, shape, { kind: 'argument', line: interpreter.trace.line(place.start) });
  if (tensor) callValue(receiver, { places: [tensor], keywords: new Map(), isOpen: false }, place, interpreter);
  return noneValue;
}

/** A tensor of which nothing is known, at the beginning of a model. */
export const freshValue: Value = { kind: 'tensor', tensor: freshTensor, made: undefined };
