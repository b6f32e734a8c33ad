/** How many uses, in words. */
export const usesText = (uses: number) => `${uses.toLocaleString('en-US')} ${uses === 1 ? 'use' : 'uses'}`;
