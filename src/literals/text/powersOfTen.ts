/** 10⁰ to 10²², all of them exact doubles: a whole number below 2⁵³ times or by one of them is rounded once, as the number that is written. */
export const powersOfTen: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** So many decimal digits always make a whole number below 2⁵³. */
export const exactDigits = 15;
