import type { AxisName, PlanProblem } from './planProblem';

/**
 * Why these numbers, given by name, are no sizes to count with: the first that is not a whole number
 * (`not-an-integer`) or beyond 2^53 (`too-large`); undefined when all are fine.
 */
export function wholeNumberProblem(
  numbers: Readonly<Record<string, number>>,
  axis?: AxisName,
): PlanProblem | undefined {
  for (const [name, value] of Object.entries(numbers)) {
    if (Number.isSafeInteger(value)) continue;
    const problem = Number.isInteger(value) ? 'too-large' : 'not-an-integer';
    return { problem, ...(axis && { axis }), numbers: { [name]: value } };
  }
  return undefined;
}
