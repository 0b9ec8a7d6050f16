/** Where this code runs: the package is the same file in Node and in browsers. */
export const isNode = typeof process === 'object' && typeof process.versions?.node === 'string' && typeof document === 'undefined';
