/** Uniform in [`low`, `high`): low + (high − low) u. @type {import('./index.js').SchemeKind} */
export const uniformRange = { isSeeded: true };
