/**
 * Makes the course packages in dist/course/, when dist/ is built:
 *
 *     node tools/course/make.js
 *
 * COURSE in the environment names a course file (course-file.js); without it, the packages are of the eight chapters.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BuildError } from '../steps.js';
import { checkCourse, readCourse } from './course-file.js';
import { makePackages } from './packages.js';

const DIST = 'dist';
const FOLDER = join(DIST, 'course');

/** @param {string} path '' for none; of the course file */
function openCourse(path) {
  if (path === '') return checkCourse({ version: 1 });
  try {
    return readCourse(readFileSync(path, 'utf8'), basename(path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new BuildError(`the course file ${path} cannot be read (${error.code})`);
  }
}

try {
  const { COURSE = '' } = process.env;
  const packages = await makePackages(openCourse(COURSE), { dist: DIST, folder: dirname(COURSE) });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of Object.entries(packages)) {
    writeFileSync(join(FOLDER, name), bytes);
    console.log(`build.sh: ${FOLDER}/${name}`);
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
