/** Whole cents, in which sums are exact; what is stored and sent is euros. */
export const centsOf = (euros: number): number => Math.round(euros * 100);
