/** A page with the figures of web/figures/exhibits.js on the real engine, one below the other, each in a box of its own. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SCRIPT = `
  import { openLab } from './web/twin-neurons.js';
  import { LANGUAGES } from './web/messages/languages.js';
  import { exhibits } from './web/figures/exhibits.js';
  import { speakNumbers } from './web/base/format.js';
  import { parseExperiment } from './web/experiment/experiment.js';
  import { createTieTrials } from './web/session/tie-trials.js';

  const keys = new URLSearchParams(location.search);
  const language = keys.get('lang');
  speakNumbers(language);
  const lab = await openLab();
  const messages = await LANGUAGES[language].moreFigures();
  const tryAll = async (experiment) => {
    const results = [];
    const run = createTieTrials({ lab, fallback: experiment, now: () => performance.now(), requestFrame: requestAnimationFrame });
    await run(parseExperiment(experiment), {
      steps: 200, signal: new AbortController().signal, onBase() {}, onProgress() {}, onResult: (result) => results.push(result),
    });
    return results;
  };
  window.figures = {};
  for (const { name, make } of exhibits({ lab, messages, tryAll, loadPlot: () => import('./web/page/plot.js') })) {
    if (!name.startsWith(keys.get('only'))) continue;
    const figure = make();
    const box = document.createElement('section');
    box.dataset.exhibit = name;
    box.style.position = 'relative';
    box.style.height = keys.get('height') + 'px';
    box.append(figure.element);
    document.querySelector('.figures').append(box, ...(figure.tools ?? []));
    window.figures[name] = figure;
  }
  document.documentElement.dataset.ready = 'true';
`;

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Figures</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><link rel="stylesheet" href="figures-later.css"><link rel="stylesheet" href="figures-first.css"></head>
<body data-view="lab"><div class="figures" role="main"><h1>Figures</h1></div><script type="module" src="figures.js"></script></body></html>`;

/**
 * A browser with the page, to be closed in `after`.
 * @param {import('../support/browsers.js').BrowserName} name
 */
export async function openFigures(name) {
  const bundle = (/** @type {object} */ options) =>
    build({ absWorkingDir: ROOT, bundle: true, write: false, logLevel: 'silent', ...options });
  const [script, first, later] = await Promise.all([
    bundle({
      stdin: { contents: SCRIPT, resolveDir: ROOT },
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      external: ['node:*'],
    }),
    bundle({ entryPoints: ['web/page/styles/first-screen.css'] }),
    bundle({ entryPoints: ['web/page/styles/after-first-screen.css'] }),
  ]);
  const site = await serveSite({
    '/figures.html': HTML,
    '/figures.js': script.outputFiles[0].text,
    '/figures-first.css': first.outputFiles[0].text,
    '/figures-later.css': later.outputFiles[0].text,
  });
  const browser = await openBrowser(name);
  return {
    /**
     * @param {import('../support/browsers.js').PageOptions & { only?: string, boxHeight?: number, lang?: string }} options only: how the names of what is shown begin
     */
    async open({ only = '', boxHeight = 480, lang = 'en', ...options } = {}) {
      const page = await browser.newPage(options);
      await page.goto(`${site.url}figures.html?only=${encodeURIComponent(only)}&height=${boxHeight}&lang=${lang}`);
      await page.waitFor(() => document.documentElement.dataset.ready === 'true');
      // Drawn once their boxes have told their sizes.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))));
      return page;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
