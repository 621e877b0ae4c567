/** Faults that change nothing that anybody can see, each with the reason. A line of code that is changed needs its own again. */
export const equivalents = [];
