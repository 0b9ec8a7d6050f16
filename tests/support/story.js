/** What the tests of the story share: its one button, and its answers. */

/** @typedef {import('./browsers.js').Page} Page */

/** Presses the one button, and waits until the step that follows is at rest. @param {Page} page @param {string} before the step that is left */
export async function goOn(page, before) {
  await page.click('[data-primary]');
  await page.waitFor((step) => document.getElementById('story')?.dataset.step !== step, before);
  await rest(page);
}

/** Not waiting for a run to be over. @param {Page} page */
export async function rest(page) {
  const isPlaying = () => page.evaluate(() => document.querySelector('[data-playing]') !== null);
  if (await isPlaying()) await page.click('[data-primary]');
  await page.waitFor(() => document.querySelector('[data-playing]') === null);
}

/** @param {Page} page @param {string} option */
export const choose = (page, option) => page.click(`[data-choice="${option}"]`);

/** Waits for a step. @param {Page} page @param {string} chapter @param {string} step */
export const arrive = (page, chapter, step) =>
  page.waitFor(
    ([id, at]) => document.getElementById('story')?.dataset.chapter === id && document.getElementById('story')?.dataset.step === at,
    [chapter, step],
  );

/** Says what is chosen, and waits for the reply. @param {Page} page @param {string} option @param {boolean} isRight */
export async function answer(page, option, isRight) {
  await choose(page, option);
  await page.click('[data-primary]');
  await page.waitFor((right) => document.querySelector(`.story-answer[data-right="${right}"]`) !== null, isRight);
}
