let last = 0;

/** A number for somebody who asks for jobs. */
export function newOwner(): number {
  last += 1;
  return last;
}
