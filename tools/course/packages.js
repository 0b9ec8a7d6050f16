/** Course packages and the notebook's module, as bytes: the same for the same course file, wherever and whenever they are made. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { COURSE_SCRIPT, COURSE_WIDGET } from '../bundles.js';
import { writeLaunchPage } from './launch-page.js';
import { SCORM_VERSIONS, writeManifest } from './manifest.js';
import { PAGE, partsOf } from './parts.js';

/** @typedef {import('./course-file.js').Course} Course */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = 'scorm.js';

/** A zip of texts; its files are as old as zip files can be. @param {Readonly<Record<string, string>>} files */
function zip(files) {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]);
  return zipSync(Object.fromEntries(bytes), { level: 9, mtime: new Date(1980, 0, 1) });
}

/**
 * @param {Course} course
 * @param {{ dist: string, folder: string }} places dist: where the page of one file is; folder: of the course file
 * @returns {Promise<Record<string, Uint8Array>>} by their names
 */
export async function makePackages(course, { dist, folder }) {
  const { language } = course;
  /** @type {{ scormMessages: typeof import('../../web/messages/en/scorm.js').scormMessages }} */
  const { scormMessages: texts } = await import(`../../web/messages/${language}/scorm.js`);
  const parts = await partsOf(course, folder);
  const { outputFiles } = await build({ ...COURSE_SCRIPT, absWorkingDir: ROOT, write: false, outdir: '.' });
  const shared = { [SCRIPT]: outputFiles[0].text, [PAGE]: readFileSync(join(dist, PAGE), 'utf8') };
  const packages = SCORM_VERSIONS.map((version) => {
    const scos = parts.map(({ id, title }) => ({ id, title, href: `${id}.html` }));
    const manifest = writeManifest(version, { title: course.title ?? texts.course, language, scos, shared: Object.keys(shared) });
    const pages = parts.map((part) => [`${part.id}.html`, writeLaunchPage(part, { version, language, texts })]);
    return [`twin-neurons-${version}.zip`, zip({ 'imsmanifest.xml': manifest, ...Object.fromEntries(pages), ...shared })];
  });
  return { ...Object.fromEntries(packages), 'twin_neurons.mjs': await makeWidget(dist) };
}

/**
 * The page as an anywidget, in one module with the page inside. anywidget takes a default export, which nothing else here has.
 * @param {string} dist
 * @returns {Promise<Uint8Array>}
 */
async function makeWidget(dist) {
  const contents = [
    "import { createRender } from './web/course/notebook/widget.js';",
    `import html from ${JSON.stringify(`./${relative(ROOT, join(dist, PAGE))}`)};`,
    'export default { render: createRender(html) };',
  ].join('\n');
  const { outputFiles } = await build({ ...COURSE_WIDGET, absWorkingDir: ROOT, stdin: { contents, resolveDir: ROOT }, write: false });
  return outputFiles[0].contents;
}
