/** What an operator makes of two numbers in Python; a division by 0, and any other operator, has no value. */
export function pythonArithmetic(one: number, sign: string, other: number): number | undefined {
  switch (sign) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '**':
      return one ** other;
    case '/':
      return other === 0 ? undefined : one / other;
    case '//':
      return other === 0 ? undefined : Math.floor(one / other);
    case '%':
      return other === 0 ? undefined : one - Math.floor(one / other) * other;
    default:
      return undefined;
  }
}
