/** Links as they arrive: what mail programs, chats and other pages make of one is still the same run, and what is none is said to be none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ExperimentError, parseExperiment } from '../../web/experiment/experiment.js';
import { readShared } from '../../web/experiment/file.js';
import { isChanged, readAddress, writeAddress } from '../../web/experiment/address.js';
import { parseLink, readSharedLink, straightHash, writeLink } from '../../web/experiment/link.js';
import { straighten } from '../../web/page/address-bar.js';
import { usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';

const experiment = parseExperiment(tiedExperiment());
const LINK = `https://lab.example/twin/${writeAddress({ experiment, steps: 2000 })}`;
/** As it was written before its steps were under the checksum. */
const OLD = `https://lab.example/twin/#run=${writeLink(experiment)}&steps=2000`;
const HASH = LINK.slice(LINK.indexOf('#'));

/** @param {string} text @param {number} every */
const wrapped = (text, every, between = '\n') => (text.match(new RegExp(`.{1,${every}}`, 'g')) ?? []).join(between);

/** What becomes of a link on its way. @type {[string, (link: string) => string][]} */
const WAYS = [
  ['nothing', (link) => link],
  ['its hash in percent signs', (link) => link.slice(0, link.indexOf('#') + 1) + encodeURIComponent(link.slice(link.indexOf('#') + 1))],
  ['its equals sign in percent signs', (link) => link.replace('run=', 'run%3D')],
  ['both of its equals signs', (link) => link.replaceAll('=', '%3D')],
  ['all of it in percent signs', encodeURIComponent],
  ['all of it, twice', (link) => encodeURIComponent(encodeURIComponent(link))],
  ['a bracket behind it', (link) => `(see ${link})`],
  ['a full stop behind it', (link) => `${link}.`],
  ['brackets around it', (link) => `<${link}>`],
  ['quotes around it', (link) => `\u201c${link}\u201d,`],
  ['stress in Markdown', (link) => `**${link}**`],
  ['a link in Markdown', (link) => `[my run](${link}) is here`],
  ['"&amp;"', (link) => link.replaceAll('&', '&amp;')],
  ['"&#38;", which XML writes', (link) => link.replaceAll('&', '&#38;')],
  ['"&#038;", as blogs write it', (link) => link.replaceAll('&', '&#038;')],
  ['"&AMP;"', (link) => link.replaceAll('&', '&AMP;')],
  ['what parts it from its steps in percent signs', (link) => link.replaceAll('&', '%26')],
  ['the same, twice, and the equals sign of the steps', (link) => link.replace('&steps=', '%2526steps%253D')],
  ['"&amp;" in percent signs', (link) => link.replaceAll('&', '%26amp%3B')],
  ['"&#x26;"', (link) => link.replaceAll('&', '&#x26;')],
  ['an attribute of HTML', (link) => `<a href="${link.replaceAll('&', '&amp;')}">run</a>`],
  ['lines of 76 characters', (link) => wrapped(link, 76)],
  ['lines of 40 characters and two line ends', (link) => wrapped(link, 40, '\r\n')],
  ['lines of a quotation', (link) => `> ${wrapped(link, 50, '\n> ')}\n> Best, A`],
  ['a mail around it', (link) => `Look at this:\n\n${link}\n\nBest regards`],
  ['quoted-printable', (link) => wrapped(link.replaceAll('=', '=3D'), 60, '=\r\n')],
  [
    'the address of a mail program that checks links',
    (link) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C01&reserved=0`,
  ],
  ['the address of a search', (link) => `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D`],
  [
    'the address of Proofpoint',
    (link) =>
      `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(link).replaceAll('-', '-2D').replaceAll('_', '-5F').replaceAll('%2F', '_').replaceAll('%', '-')}&d=DwMF`,
  ],
  ['the address of its successor', (link) => `https://urldefense.com/v3/__${link.replace('#', '*')}__;Iw!!abc$`],
  ['its other keys', (link) => `${link}&hide=lesson`],
];

describe('a link is the same run after', () => {
  for (const [what, way] of WAYS) {
    test(what, () => {
      for (const link of [LINK, OLD]) {
        assert.deepEqual(readShared(way(link)), { experiment, steps: 2000 }, way(link));
        assert.deepEqual(parseLink(way(link)), experiment);
        assert.deepEqual(readAddress(straightHash(way(link)) ?? ''), { experiment, steps: 2000 });
      }
    });
  }

  test('being cut before its steps, which it says itself', () => {
    const cut = LINK.slice(0, LINK.indexOf('&'));
    assert.deepEqual(readShared(cut), { experiment, steps: 2000 });
    assert.deepEqual(readShared(`${cut}_.`), { experiment, steps: 2000 });
    assert.deepEqual(parseLink(cut.slice(cut.indexOf('=') + 1)), experiment);
    assert.deepEqual(readShared(OLD.slice(0, OLD.indexOf('&'))), { experiment, steps: null });
  });
});

describe('a link is refused', () => {
  const refused = (/** @type {string} */ text, words = /damaged/) =>
    assert.throws(
      () => readShared(text),
      (error) => error instanceof ExperimentError && error.path === 'link' && words.test(error.message),
      text,
    );

  test('with other steps than its own', () => {
    for (const steps of ['200', '20', '2', '20001', '1']) refused(LINK.replace('steps=2000', `steps=${steps}`));
    refused(LINK.replace('steps=2000', 'steps=0'), /its steps must be/);
  });

  test('where something like a run is none', () => {
    for (const hash of ['#run%3DaQ', '#Run=aQ', '#run', '#run=', '#x&run=aQ', HASH.slice(0, 40), encodeURIComponent(HASH.slice(0, 40))]) {
      assert.throws(() => readAddress(hash), ExperimentError, hash);
      assert.throws(() => readSharedLink(`https://lab.example/${hash}`), ExperimentError, hash);
    }
    for (const hash of ['', '#', '#running', '#prune=1', '#network', '#steps=5']) assert.equal(readAddress(hash), null, hash);
  });

  test('or read, whatever is made of it, and quickly', () => {
    const pieces = fc.array(
      fc.constantFrom('#', 'run=', '%3D', '&', 'amp;', 'steps=', '20', '\n', ' ', '>', HASH.slice(5, 60), 'a', '_', '%25'),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        try {
          readSharedLink(parts.join(''));
        } catch (error) {
          assert.ok(error instanceof ExperimentError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
    const before = performance.now();
    for (const text of ['run=a '.repeat(100_000), `run=${'a '.repeat(100_000)}`, `run=${'_'.repeat(100_000)}`, '%25'.repeat(200_000)]) {
      try {
        readSharedLink(text);
      } catch {
        // Refused, as it should be.
      }
    }
    assert.ok(performance.now() - before < 4000);
  });
});

test('the address of the page is written as it was before it was changed, and what is whole stays untouched', async () => {
  usePage();
  for (const hash of [HASH, `${HASH}&hide=lesson`, `#hide=lesson&run=${writeLink(experiment)}`, '#network'])
    assert.equal(isChanged(hash), false, hash);
  for (const [changed, search] of [
    [HASH.replace('=', '%3D'), ''],
    [HASH.replace('&', '&amp;'), ''],
    [`${HASH}).`, ''],
  ]) {
    history.replaceState(null, '', `/twin/?lang=es${search}${changed}`);
    await straighten();
    assert.equal(location.href, `https://lab.example/twin/?lang=es${HASH}`);
  }
  history.replaceState(null, '', `/twin/?lang=es%23run=${HASH.slice(5)}`);
  await straighten();
  assert.equal(location.href, `https://lab.example/twin/?lang=es${HASH}`);
  history.replaceState(null, '', '/twin/#run%3DaQ');
  await straighten();
  assert.equal(location.hash, '#run%3DaQ');
});
