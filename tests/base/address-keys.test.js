/** The query of the page's address: what it may ask for, and that it never breaks the page. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { embedMessages } from '../../web/messages/en/embed.js';
import { PARTS, PRESENTATION_VERSION, QUESTION_IDS, TOLD_IDS, readPresentation, wholePageQuery } from '../../web/base/address-keys.js';

const USUAL = {
  v: PRESENTATION_VERSION,
  embed: false,
  lesson: null,
  preset: null,
  hide: [],
  lang: null,
  theme: null,
  origin: null,
  only: [],
  memory: 'device',
  notes: true,
  check: false,
  gallery: false,
  fuzz: null,
};

describe('a presentation', () => {
  test('is the usual one where nothing is said, or what is said is for others', () => {
    for (const query of ['', '?', '?utm_source=mail&sid=7', '?__proto__=1&constructor=2']) {
      assert.deepEqual(readPresentation(query), { presentation: USUAL, refusals: [] });
    }
  });

  test('takes every key it knows', () => {
    const { presentation, refusals } = readPresentation(
      '?v=1&embed=1&lesson=5&preset=tied&hide=chart,chain&lang=es-MX&theme=dark&origin=https%3A%2F%2Fexample.org&only=ties,twins&memory=parent&notes=0&check=1&gallery=1&fuzz=7',
    );
    assert.deepEqual(presentation, {
      v: 1,
      embed: true,
      lesson: 5,
      preset: 'tied',
      hide: ['chart', 'chain'],
      lang: 'es-mx',
      theme: 'dark',
      origin: 'https://example.org',
      only: ['ties', 'twins'],
      memory: 'parent',
      notes: false,
      check: true,
      gallery: true,
      fuzz: 7,
    });
    assert.deepEqual(refusals, []);
    assert.deepEqual(Object.keys(presentation), Object.keys(USUAL));
  });

  test('names a question of the lesson by its id, or by the number that it had', () => {
    for (const id of QUESTION_IDS) assert.equal(readPresentation(`?lesson=${id}`).presentation.lesson, id);
    assert.equal(readPresentation('?lesson=11').presentation.lesson, 11);
  });

  test('shows only chapters that are told, each once and in the order given', () => {
    assert.deepEqual(readPresentation(`?only=${TOLD_IDS.join(',')}`).presentation.only, TOLD_IDS);
    assert.deepEqual(readPresentation('?only=zeros, twins,zeros,').presentation.only, ['zeros', 'twins']);
    assert.deepEqual(readPresentation('?only=').presentation.only, []);
  });

  test('embeds with embed, embed= and embed=1 alike', () => {
    for (const query of ['?embed', '?embed=', '?embed=1']) assert.equal(readPresentation(query).presentation.embed, true);
    assert.equal(readPresentation('?embed=0').presentation.embed, false);
  });

  test('hides every part of the page by its name', () => {
    assert.deepEqual(readPresentation(`?hide=${PARTS.join(',')}`).presentation.hide, PARTS);
  });

  for (const query of [
    'v=0',
    'v=x',
    'embed=yes',
    'embed=constructor',
    'lesson=0',
    'lesson=five',
    'preset=<b>',
    'hide=charts',
    'hide=chart,nothing',
    'lang=english!',
    'theme=blue',
    'origin=example.org',
    'origin=https://example.org/path',
    'origin=javascript:alert(1)',
    'origin=null',
    'origin=',
    'origin=*',
    'origin=https://example.org/',
    'origin=https://example.org:',
    'origin=https://example.org:port',
    'origin=https://example.org:443',
    'origin=https://*.example.org',
    'origin=https://one.example https://two.example',
    'only=nothing',
    'only=twins,nothing',
    'only=beyond',
    'only=teachers',
    'memory=cloud',
    'memory=',
    'notes=no',
    'fuzz=-1',
  ]) {
    test(`leaves out ${query}, and says what would be right`, () => {
      const { presentation, refusals } = readPresentation(query);
      assert.deepEqual(presentation, USUAL);
      assert.deepEqual(
        refusals.map(({ key, value }) => `${key}=${value}`),
        [query],
      );
      assert.match(embedMessages.refusal(refusals[0], PARTS), /^The address of this page says .*, so that was left out\.$/);
    });
  }

  test('takes an origin that was encoded on its way here, and none of several', () => {
    for (const times of [1, 2, 3]) {
      let value = 'https://example.org:8443';
      for (let time = 0; time < times; time += 1) value = encodeURIComponent(value);
      assert.equal(readPresentation(`?origin=${value}`).presentation.origin, 'https://example.org:8443', value);
    }
    for (const query of [
      '?origin=https%3A%2F%2Fone.example&origin=https%3A%2F%2Ftwo.example',
      '?origin=https%253A%252F%252Fexample.org%252F',
      '?origin=https%25',
    ]) {
      const { presentation, refusals } = readPresentation(query);
      assert.deepEqual([presentation.origin, refusals.map(({ key }) => key)], [null, ['origin']], query);
    }
  });

  test("is the whole page's again without what is between a frame and the page around it", () => {
    assert.equal(
      wholePageQuery('?embed=1&lesson=5&preset=tied&hide=chart&lang=es&theme=dark&origin=https%3A%2F%2Fexample.org&sid=7'),
      '?lesson=5&lang=es',
    );
    assert.equal(wholePageQuery('?embed=1'), '');
    assert.equal(
      wholePageQuery('?embed=1&notes=0&only=twins&memory=parent'),
      '?only=twins&notes=0',
      'whoever may not see the notes here may not there',
    );
  });

  test('is made of any text at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...Object.keys(USUAL)), (text, key) => {
        const { presentation, refusals } = readPresentation(`?${new URLSearchParams({ [key]: text })}`);
        assert.deepEqual(Object.keys(presentation), Object.keys(USUAL));
        for (const { value } of refusals) assert.ok(value.length <= 41);
      }),
    );
  });
});
