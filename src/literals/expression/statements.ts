import { asDeclared } from './declaration';
import { completeElements, linkElements, putsElements } from './elementWrites';
import { settle } from './emit';
import type { Frame } from './frame';
import { takeValue } from './items';
import type { Machine } from './machine';
import { isMatrix, type Value } from './value';

const longestHeading = 40;

/** Ends a value of a statement outside brackets; `closed` when the statement ends with it. */
export function endValue(machine: Machine, frame: Frame, closed: boolean): void {
  const value = takeValue(machine, frame);
  const isTuple = !closed && frame.targets.length === 1 && machine.language.lists === 'sequences';
  if (isTuple) frame.targets = ['', ''];
  if (value && (closed || machine.language.lists === 'opaque')) completeElements(machine, frame, value);
  if (value) settleStatement(machine, frame, asDeclared(machine, value, frame.declaration));
  frame.label = undefined;
  frame.firstWrite = -1;
  frame.declaration = undefined;
  if (!closed) {
    if (frame.targets.length > 0) frame.findingsBefore = machine.findings.length;
    frame.targetIndex++;
    frame.commasSinceAssign++;
  }
  frame.itemStart = machine.tokens.ends[machine.at] ?? machine.text.length;
}

function settleStatement(machine: Machine, frame: Frame, value: Value): void {
  const { targets, targetIndex } = frame;
  const hasTarget = targets.length > 0;
  const target = targets.length > 1 || targetIndex === 0 ? targets[targetIndex] : undefined;
  const isNumeric = isMatrix(value) || (value.kind === 'faulty' && !value.weak);
  if (!hasTarget && value.kind === 'name' && !frame.label) frame.pendingNames.push(value.name);
  const name = frame.label?.name ?? (target || undefined) ?? (isNumeric ? frame.heading : undefined);
  if (hasTarget && target && !isMatrix(value) && !putsElements(machine, frame)) {
    machine.writes.push({ name: target, start: value.start, end: value.end });
  }
  const of = hasTarget && target ? ownerOf(value) : undefined;
  if (target && of !== undefined) machine.aliases.push({ name: target, of });
  const before = machine.findings.length;
  const loose = name === undefined || (!frame.label && target === undefined) || machine.language.itemMarks;
  settle(machine, value, { name, weak: isProse(machine, frame, value), loose, isAssigned: !frame.label && !!target });
  linkElements(machine, frame, before);
  if (isNumeric) frame.heading = undefined;
}

/** The name that a value is, or is a part, an attribute or a method's result of: `a`, `a[0]`, `a.T`, `a.reshape(9)`. */
function ownerOf(value: Value): string | undefined {
  const path = value.kind === 'name' ? value.path : value.kind === 'other' ? value.partOf : undefined;
  return path?.split('.', 1)[0];
}

/** A row in round brackets, or after words of a text, is hardly a matrix. */
function isProse({ language }: Machine, frame: Frame, value: Value): boolean {
  return language.isText && isMatrix(value) && value.shape.length === 1 && frame.words > 0;
}

/** Ends a statement outside brackets. */
export function endStatement(machine: Machine, frame: Frame): void {
  if (machine.language.isText) noteHeading(machine, frame);
  endValue(machine, frame, true);
  frame.targets = [];
  frame.firstWrite = -1;
  frame.isConditional = false;
  frame.targetIndex = 0;
  frame.pendingNames = [];
  frame.commasSinceAssign = 0;
  frame.words = 0;
  frame.typeWords = [];
  frame.declares = false;
  frame.declared = undefined;
  frame.findingsBefore = machine.findings.length;
}

/** Keeps the words of a line that holds no matrix: a text's name for the matrix below. */
function noteHeading(machine: Machine, frame: Frame): void {
  const end = machine.tokens.starts[machine.at] ?? machine.text.length;
  const [value] = frame.operands;
  const isWords =
    frame.operands.length > 0 && (value?.kind === 'name' || value?.kind === 'other') && frame.operators.length === 0;
  if (!isWords || frame.targets.length > 0 || machine.findings.length > frame.findingsBefore) return;
  const tail = machine.text.slice(Math.max(0, end - longestHeading - 1), end);
  const line = tail.slice(tail.lastIndexOf('\n') + 1).trim();
  if (tail.length > longestHeading && !tail.includes('\n')) return;
  frame.heading = line.replace(/[\s:=]{1,3}$/, '') || undefined;
}
