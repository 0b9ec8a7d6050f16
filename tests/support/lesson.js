/** What the tests of the lesson share: where a chapter stands, and its first steps as a student takes them. */

/** @typedef {import('./browsers.js').Page} Page */

/** Waits for the step of a chapter to be there in full. @param {Page} page @param {string} step */
export const arrive = (page, step) =>
  page.waitFor(
    (wanted) =>
      document.querySelector(`[data-lesson-step="${wanted}"][aria-current="step"]`) !== null &&
      document.querySelector('.lesson-content.loading') === null &&
      document.querySelector('.lesson-content')?.childElementCount,
    step,
  );

/** The guess and the run of the open chapter, by the pointer. @param {Page} page */
export async function guessAndRun(page) {
  await arrive(page, 'predict');
  await page.click('.lesson-content .lesson-option');
  await page.click('[data-lesson="next"]');
  await arrive(page, 'run');
  await page.select('[name="speed"]', 'Infinity');
  await page.click('[data-lesson="run"]');
  await page.waitFor(() => document.querySelector('[data-lesson="next"]:not(:disabled)') !== null);
}
