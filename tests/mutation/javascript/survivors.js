/** Changes of the JavaScript that no test can notice, or need not, each with the reason. code: as run.js names them. @type {readonly { code: string, why: string }[]} */
export const JUDGED = [];
