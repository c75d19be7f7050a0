/** Rid of binary dust: 16.1 * 1e6 is 16100000. */
export const tidy = (value: number): number => Number(value.toPrecision(12));
