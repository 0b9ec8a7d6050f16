/**
 * Changes of the JavaScript that no test can notice, or need not, each with the reason. code: as run.js names them.
 * @type {readonly { code: string, why: string }[]}
 */
export const JUDGED = [
  {
    code: 'web/teachers/teachers-page.js: if (ask === undefined || words === undefined) return [];: words === undefined -> false',
    why: 'Every question has its words, which tests/lesson/languages.test.js holds; that is asked for the types alone.',
  },
  {
    code: "web/figures/network/weights.js: const rows = [[whole], whole.split(' ')].find((each, at) => 2 * Math.max(...each.map(halfOf)) < LONGEST_NUMBER[at] * length) ?? [name];: 2 * Math.max(...each.map(halfOf)) < LONGEST_NUMBER[at] * length -> 2 * Math.max(...each.map(halfOf)) <= LONGEST_NUMBER[at] * length",
    why: 'It differs only where a line is as long as its number needs, to the last bit, and there either is right.',
  },
];
