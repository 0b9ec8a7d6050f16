/** Whether this device computes as all others do, shown: fifty fixed runs, trained a few at a time, and a text of what became of them. */

import { formatFigure } from '../../base/format.js';
import { checkStepwise } from '../../engine/device-check.js';
import { EngineError } from '../../base/errors.js';
import { createCopyButton, selectText } from '../../ui/copy-button.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../engine/device-check.js').DeviceCheck} DeviceCheck */
/** @typedef {typeof import('../../engine/engine.js').openLab} OpenLab */

/** Runs between two looks at what else there is to do: some tens of milliseconds. */
const RUNS_A_SLICE = 5;

/**
 * @param {HTMLElement} root what is shown goes there, in place of what was
 * @param {object} options
 * @param {typeof import('../../messages/en/device-check.js').deviceCheckMessages} options.texts
 * @param {import('../../messages/en/page.js').Messages} options.messages
 * @param {OpenLab} options.openLab the engine is in the page's main part, where its file is found by the part's address
 */
export async function showDeviceCheck(root, { texts, messages, openLab }) {
  const begun = performance.now();
  /** @type {{ name: string, version: string, check: DeviceCheck }[]} */
  const builds = [];
  for (const simd of [true, false]) {
    const lab = await openBuild(openLab, simd);
    if (lab === null) continue;
    let known = null;
    let done = 0;
    for (known of checkStepwise(lab)) {
      done += 1;
      if (done % RUNS_A_SLICE > 0) continue;
      setText(root, texts.working(done, known.runs));
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (known !== null) builds.push({ name: simd ? 'SIMD' : 'scalar', version: lab.version, check: known });
    lab.close();
  }
  const seconds = formatFigure(Math.round((performance.now() - begun) / 100) / 10);
  const differing = Math.max(...builds.map(({ check }) => check.differing.length));
  const { runs } = builds[0].check;
  const report = element('code', { hidden: differing === 0 }, reportOf(builds));
  const { button, note } = createCopyButton({
    label: texts.copy,
    class: 'quiet-button',
    read: () => report.textContent ?? '',
    onRefused: () => {
      report.hidden = false;
      selectText(report);
    },
    messages,
  });
  const sentence = differing === 0 ? texts.agrees(runs, seconds) : texts.differs(differing, runs);
  root.replaceChildren(`${sentence} ${builds.length === 2 ? texts.both : texts.one} `, button, note, report);
}

/**
 * The engine built with or without SIMD; null where that build is not to be had here, as without SIMD in the page of one file.
 * @param {OpenLab} openLab
 * @param {boolean} simd
 */
async function openBuild(openLab, simd) {
  try {
    return await openLab({ simd });
  } catch (error) {
    if (simd || !(error instanceof EngineError)) throw error;
    return null;
  }
}

/** For a letter to the authors. @param {{ name: string, version: string, check: DeviceCheck }[]} builds */
function reportOf(builds) {
  const lines = builds.flatMap(({ name, version, check }) => [
    `Twin Neurons ${version}, ${name}: ${check.agreed} of ${check.runs}`,
    ...check.differing.map(({ run, expected, got }) => `run ${run}: ${expected} expected, ${got} got`),
  ]);
  return [...lines, navigator.userAgent].join('\n');
}
