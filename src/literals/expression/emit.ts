import type { LiteralProblem } from '../literal';
import { discard, literalOf, type Machine } from './machine';
import { isMatrix, isScalar, type Value } from './value';

/** What is known of the place at which a value was found. */
export interface Standing {
  readonly name: string | undefined;
  readonly weak: boolean;
  readonly loose: boolean;
  /** A statement assigns the value to the name. */
  readonly isAssigned?: boolean;
}

/** Names of short lists that say something about a matrix or a layer and are none themselves. */
const settingNames = new Set(
  (
    'shape size sizes dim dims dimension dimensions stride strides pad padding pads dilation dilations anchor axis axes ' +
    'figsize kernel_size ksize kernelSize kernelShape inputShape input_shape output_shape target_shape order range ' +
    'version versions perm permutation extent xlim ylim'
  ).split(' '),
);

/** What stands before the numbers of a printed `tf.Variable`. */
const printedKey = 'numpy';

/** Records the value that a statement, a key or a call's argument was found to have. */
export function settle(machine: Machine, value: Value, standing: Standing): void {
  const { weak, loose, isAssigned = false } = standing;
  const name = standing.name === printedKey ? undefined : standing.name;
  if (value.kind === 'faulty') {
    report(machine, value.problem, weak || value.weak);
    return;
  }
  if (isMatrix(value) && !value.isBlank && !(value.holder === 'tuple' && value.shape.length === 1)) {
    const isSetting = value.shape.length === 1 && name !== undefined && settingNames.has(name);
    if (isSetting || (weak && machine.weakFindings++ > mostWeakFindings)) {
      discard(machine, value);
      return;
    }
    const literal = literalOf(machine, value, name);
    machine.findings.push({ literal, traits: value, weak, loose: loose && value.shape.length === 1, isAssigned });
  } else if (machine.surroundings?.takesScalars && isScalar(value) && name !== undefined) {
    machine.findings.push({ literal: literalOf(machine, value, name), traits: value, weak, loose: false, isAssigned });
  }
  discard(machine, value);
}

/** Nobody reads more; a text of a million closing brackets would give as many problems. */
const mostWeakFindings = 500;
const mostProblems = 500;

/** Records a problem. */
export function report(machine: Machine, problem: LiteralProblem, weak: boolean): void {
  const isTooMany = weak ? machine.weakFindings++ > mostWeakFindings : machine.strongProblems++ > mostProblems;
  if (!isTooMany) machine.findings.push({ problem, weak, loose: false });
}
