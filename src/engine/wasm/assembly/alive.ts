/** Something to export while there is nothing else. */
export function alive(): i32 {
  return 1;
}
