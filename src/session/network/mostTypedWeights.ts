/** Numbers that somebody types, or pastes; more come from a seed. */
export const mostTypedWeights = 65_536;
