/**
 * Makes the pictures that are kept in the repository, from what is in dist/, with Debian's Chromium:
 *
 *     node tools/make-pictures.js
 *
 * - web/site/static/icon-*.png, from icon.svg, for systems that want an icon of so many pixels: on paper of its own, with the room around it that a mask needs.
 * - web/site/static/social.png, the picture of a link in posts and chats: the question, and the page's own drawing and charts of a run that answers it.
 * - docs/screenshot.png, the page, and docs/task.png, a task as a student has done it, both for README.md.
 *
 * They are not made by the build, since letters look a little different on every machine. Run it again when the page looks different.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { teachersMessages } from '../web/messages/en/teachers.js';
import { writeTaskLink } from '../web/tasks/task-link.js';
import { parseTask } from '../web/tasks/task.js';
import { HOMEWORK } from '../web/teachers/homework.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAPER = '#fdfdfb';
const INK = '#1d2026';
/** The sides of the icons, in pixels, and the part of one that the drawing fills. */
const ICONS = [
  { side: 48, part: 1 },
  { side: 180, part: 0.75 },
  { side: 192, part: 0.7 },
  { side: 512, part: 0.7 },
];
const SOCIAL = { width: 1200, height: 630 };

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
try {
  const icon = dataUrl('image/svg+xml', await readFile(`${ROOT}web/site/static/icon.svg`));
  for (const { side, part } of ICONS) {
    const paper = part === 1 ? 'transparent' : PAPER;
    const html = `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${paper}"><img src="${icon}" style="width:${part * 100}vw">`;
    await draw(html, { width: side, height: side }, `web/site/static/icon-${side}.png`);
  }
  const [drawing, charts] = await lookAtPage();
  const html = `<body style="margin:0;padding:32px 56px 0;height:100vh;box-sizing:border-box;background:${PAPER};color:${INK};font-family:'DejaVu Sans',sans-serif">
    <p style="margin:0 0 10px;display:flex;align-items:center;gap:14px;font-size:24px;font-weight:700"><img src="${icon}" style="width:42px">Twin Neurons</p>
    <h1 style="margin:0 0 14px;font-size:40px;line-height:1.18;letter-spacing:-0.5px">Every neuron gets the same data. What makes them learn different things?</h1>
    <div style="display:flex;justify-content:space-between;align-items:flex-start"><img src="${drawing}" style="width:620px;margin-top:72px"><img src="${charts}" style="width:424px"></div>`;
  await draw(html, SOCIAL, 'web/site/static/social.png');
  await screenshot('docs/screenshot.png');
  await task('docs/task.png');
} finally {
  await browser.close();
}

/**
 * @param {string} type
 * @param {Buffer} bytes
 */
function dataUrl(type, bytes) {
  return `data:${type};base64,${bytes.toString('base64')}`;
}

/**
 * @param {string} html
 * @param {{ width: number, height: number }} viewport
 * @param {string} path from the root
 */
async function draw(html, viewport, path) {
  const page = await browser.newPage({ viewport });
  await page.setContent(html);
  await page.screenshot({ path: `${ROOT}${path}`, omitBackground: true });
  await page.close();
}

/**
 * The page, when a preset has been trained.
 * @param {string} query
 * @param {string} preset
 * @param {number} deviceScaleFactor
 */
async function trainedPage(query, preset, deviceScaleFactor) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor });
  await page.goto(`file://${ROOT}dist/twin-neurons.html${query}`);
  await page.click(`[data-preset="${preset}"]`);
  await page.selectOption('[name="speed"]', 'Infinity');
  await page.click('[data-action="train"]');
  await page.waitForSelector('[data-action="pause"]', { state: 'hidden' });
  return page;
}

/** @returns {Promise<string[]>} the network and the weights of two neurons that part, as the page draws them */
async function lookAtPage() {
  const page = await trainedPage('?hide=lesson,time', 'outgoing-apart', 2);
  // Buttons that nobody can press in a picture.
  await page.evaluate(() => document.querySelector('.steppers')?.remove());
  const shots = [];
  for (const selector of ['.stage', '#results']) shots.push(dataUrl('image/png', await page.locator(selector).screenshot()));
  await page.close();
  return shots;
}

/** @param {string} path from the root */
async function screenshot(path) {
  const page = await trainedPage('', 'tied', 1);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${ROOT}${path}` });
  await page.close();
}

/** @param {string} path from the root */
async function task(path) {
  const [{ id, task: given }] = HOMEWORK;
  const { title, text } = teachersMessages.homework.tasks[id];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(
    `file://${ROOT}dist/twin-neurons.html?hide=lesson#task=${writeTaskLink(parseTask({ title, text, ...given }))}&student=17`,
  );
  // A field that is clicked into shows its number in full.
  await page.focus('[name="w5"]');
  await page.fill('[name="w6"]', await page.inputValue('[name="w5"]'));
  await page.keyboard.press('Enter');
  await page.selectOption('[name="speed"]', 'Infinity');
  await page.click('[data-action="train"]');
  await page.waitForSelector('[data-action="pause"]', { state: 'hidden' });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${ROOT}${path}` });
  await page.close();
}
