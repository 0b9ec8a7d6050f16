/** The languages of the page: which one is chosen, that none lacks or leaves untranslated what English has, and how each writes numbers. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { openLab } from 'twin-neurons';
import {
  countFormatter,
  formatDifference,
  formatExact,
  formatFigure,
  formatFixed,
  formatInText,
  formatLoss,
  formatParameter,
  joinNumbers,
  numberFormatter,
  pluralFormatter,
  speakNumbers,
  twoReadings,
} from '../../web/base/format.js';
import { isNear } from '../../web/ties/near.js';
import { messages as english } from '../../web/messages/en/page.js';
import { messages as spanish } from '../../web/messages/es/page.js';
import { LANGUAGES, LANGUAGE_IDS, chooseLanguage } from '../../web/messages/languages.js';
import { parseNumber } from '../../web/base/read-number.js';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const others = LANGUAGE_IDS.filter((id) => id !== 'en');

/** What is the same in English and in a translation, and should be: names, symbols, and words that both languages share. */
const SAME = new Set([
  'J',
  'XOR',
  'AND',
  'OR',
  'tanh',
  'ReLU',
  'leaky ReLU',
  'softplus',
  '\u2013',
  'material',
  'Factor',
  'RMSProp',
  'Adam',
  'Beta 1',
  'Beta 2',
  'NumPy',
  'Moodle',
  'Canvas',
  'Jupyter',
  'reveal.js',
  'Sphinx',
  'PyTorch',
  'Keras',
  'JSON',
  'bit',
  'factor',
  'no',
]);

/**
 * Everything that messages say, by its place: texts as they are, functions as their code.
 * @param {any} messages
 * @param {string} [path]
 * @returns {[string, any][]}
 */
function leaves(messages, path = '') {
  if (typeof messages !== 'object' || messages === null) return [[path, messages]];
  return Object.entries(messages).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

/** The files of a language. @param {string} id */
const filesOf = (id) => readdirSync(join(WEB, 'messages', id)).filter((name) => name.endsWith('.js'));

/** Whether a text has words, besides names and numbers such as "b3 = {bias}". @param {string} text */
const hasWords = (text) => /\p{L}{2}/u.test(text.replace(/\{\w+\}|\btanh(?=\()/g, '').replace(/\]\([\w-]+\)/g, ']'));

/** Three words in a row, all of them: no code has such, only texts. @param {string} code */
function phrasesOf(code) {
  const phrases = code.toLowerCase().matchAll(/(?<![\p{L}.])(?=(\p{L}{2,} \p{L}{2,} \p{L}{2,})(?!\p{L}))/gu);
  return new Set([...phrases].map((match) => match[1]));
}

describe('the language', () => {
  test('is the first that is wished for and there, whatever its region; else English', () => {
    assert.equal(chooseLanguage([null, null, 'es-MX', 'en-US']), 'es');
    assert.equal(chooseLanguage(['en', 'es']), 'en');
    assert.equal(chooseLanguage(['EN-gb']), 'en');
    assert.equal(chooseLanguage(['fr', 'pt-BR', 'es-419', 'en']), 'es');
    assert.equal(chooseLanguage(['fr', null, 'eso']), 'en');
    assert.equal(chooseLanguage([]), 'en');
  });

  test('loads as it says it is', async () => {
    for (const id of LANGUAGE_IDS) assert.equal((await LANGUAGES[id].page()).locale, id);
  });

  test('has its word for a browser without JavaScript, and index.html says what the English file says', () => {
    const html = readFileSync(join(WEB, 'site/static/index.html'), 'utf8');
    const [, noscript] = /<noscript>([\s\S]*?)<\/noscript>/.exec(html) ?? [];
    for (const id of others) assert.match(noscript ?? '', new RegExp(`<p class="trouble" lang="${id}">`));
    assert.ok(html.includes(`<h1 id="question">${english.question}</h1>`));
    assert.ok(html.includes(`<title>${english.title}</title>`));
    assert.ok(html.includes(`<meta name="description" content="${english.description}">`));
  });
});

for (const id of others) {
  describe(`the texts in "${id}"`, () => {
    /** @type {{ file: string, english: any, translated: any }[]} */
    const files = [];
    before(async () => {
      for (const file of filesOf('en')) {
        files.push({
          file,
          english: { ...(await import(join(WEB, 'messages/en', file))) },
          translated: { ...(await import(join(WEB, 'messages', id, file))) },
        });
      }
      assert.ok(files.length > 10);
    });

    test('are in files of the same names as the English ones', () => {
      assert.deepEqual(filesOf(id), filesOf('en'));
    });

    test('have the same keys, and their functions take as much', () => {
      for (const { file, english: one, translated: other } of files) {
        const shape = (/** @type {any} */ messages) =>
          leaves(messages)
            .map(([path, value]) => `${path}: ${typeof value === 'function' ? `function of ${value.length}` : typeof value}`)
            .sort();
        assert.deepEqual(shape(other), shape(one), file);
      }
    });

    test('leave no text in English', () => {
      for (const { file, english: one, translated: other } of files) {
        const own = new Map(leaves(other));
        for (const [path, value] of leaves(one)) {
          const found = own.get(path);
          if (typeof value === 'string' && hasWords(value))
            assert.ok(found !== value || SAME.has(value) || /locale$/.test(path), `${id}/${file}${path}: "${value}"`);
          if (typeof value === 'function')
            assert.deepEqual(
              [...phrasesOf(String(found))].filter((phrase) => phrasesOf(String(value)).has(phrase)),
              [],
              `${id}/${file}${path}`,
            );
        }
      }
    });
  });
}

describe('the named sets', () => {
  test('have words for every feature, target and unit that is a word', async () => {
    const lab = /** @type {import('../../web/engine/lab.js').Lab} */ (/** @type {unknown} */ (await openLab()));
    try {
      for (const set of lab.names.datasets) {
        const run = lab.start({
          version: 1,
          network: { inputs: set === 'demand' ? 4 : 2, hidden: [2], outputs: 1 },
          data: { set },
          loss: 'cross-entropy',
          init: { scheme: 'zeros' },
          training: { optimizer: 'gradient-descent', learningRate: 1 },
        });
        const { features, targets, display } = run.data();
        for (const word of [...features, ...targets, ...display.map(({ unit }) => unit)])
          assert.ok(word in english.dataWords || ['x1', 'x2', 'y', '', '°C', 'min', '$'].includes(word), word);
        run.close();
      }
    } finally {
      lab.close();
    }
  });
});

describe('numbers', () => {
  afterEach(() => speakNumbers('en', []));

  test('are written as the language writes them, everywhere at once', () => {
    speakNumbers('es');
    assert.equal(formatLoss(Math.LN2), '0,693147');
    assert.equal(formatParameter(1 / 3), '0,3333');
    assert.equal(formatInText(-0.3), '\u22120,3');
    assert.equal(formatDifference(2.9e-6), '2,9e−6');
    assert.equal(formatFigure(-1.25e-7), '\u22121,250e\u22127');
    assert.equal(formatExact(0.1), '0,1');
    assert.equal(formatFixed(2 / 3, 3), '0,667');
    assert.equal(joinNumbers(['0,2', '0,4']), '0,2; 0,4');
    speakNumbers('en');
    assert.equal(formatLoss(Math.LN2), '0.693147');
    assert.equal(joinNumbers(['0.2', '0.4']), '0.2, 0.4');
  });

  test('follow the first region that the browser prefers the language in; English stays as it is', () => {
    /** @type {[string, string[], string, string, string, string[] | null][]} */
    const cases = [
      ['es', ['es-MX', 'es', 'en'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      ['es', ['en-US', 'es-US', 'es-ES'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      ['es', ['es-gt'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      ['es', ['es-PR'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      ['es', ['es-419'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      // What Intl refuses in a tag, and another kind of digits, is left out.
      ['es', ['es-MX-u', 'es-ES'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      ['es', ['es-MX-u-nu-arab'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
      ['es', [], '0,5', '12.345', '12,5\u00a0%', null],
      ['es', ['es', 'es-MX'], '0,5', '12.345', '12,5\u00a0%', null],
      ['es', ['es-ES', 'es-MX'], '0,5', '12.345', '12,5\u00a0%', null],
      ['es', ['es-AR'], '0,5', '12.345', '12,5%', null],
      ['es', ['est', 'en-US', 'de-DE'], '0,5', '12.345', '12,5\u00a0%', null],
      ['en', ['en-ZA', 'es-ES', 'en-IN'], '0.5', '12,345', '12.5%', ['1.234', '1234']],
    ];
    for (const [language, preferred, half, many, share, readings] of cases) {
      speakNumbers(language, preferred);
      assert.deepEqual(
        [
          formatExact(0.5),
          numberFormatter(language, {})(0.5),
          countFormatter(language)(12_345),
          numberFormatter(language, { style: 'percent', maximumFractionDigits: 1 })(0.125),
          twoReadings('1,234'),
        ],
        [half, half, many, share, readings],
        `${language}, ${preferred}`,
      );
      assert.equal(pluralFormatter(language)(12_345, '', 'n'), `${many} n`);
    }
    // A page goes from one language to another and back, in the same browser.
    speakNumbers('es', ['es-MX']);
    speakNumbers('en');
    speakNumbers('es');
    assert.equal(formatExact(0.5), '0.5');
  });

  test('that are shown can be typed: a field reads back what it wrote, in every language', () => {
    for (const id of LANGUAGE_IDS) {
      speakNumbers(id);
      fc.assert(
        fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => assert.ok(parseNumber(formatExact(value)) === value)),
      );
    }
  });

  test('look equal or not by their figures, not by the language', () => {
    for (const id of LANGUAGE_IDS) {
      speakNumbers(id);
      assert.ok(isNear(0.2, 0.2000029));
      assert.ok(!isNear(0.2, 0.2002));
    }
  });

  test('bend their nouns by the plural rules of the language', () => {
    const [steps, pasos] = [pluralFormatter('en'), pluralFormatter('es')];
    assert.deepEqual(
      [0, 1, 2, 2000].map((amount) => steps(amount, 'step', 'steps')),
      ['0 steps', '1 step', '2 steps', '2,000 steps'],
    );
    assert.deepEqual(
      [0, 1, 2, 2000, 20_000].map((amount) => pasos(amount, 'paso', 'pasos', 'de pasos')),
      ['0 pasos', '1 paso', '2 pasos', '2000 pasos', '20.000 pasos'],
    );
    assert.equal(pasos(1_000_000, 'paso', 'pasos', 'de pasos'), '1.000.000 de pasos');
  });
});

describe('the verdict in Spanish', () => {
  const pair = {
    layer: 1,
    firstUnit: 1,
    units: 2,
    groups: 1,
    different: 1,
    tied: [[1, 2]],
    same: [],
    mirror: [],
    dead: [],
    silent: [],
    pairs: [],
    nearest: null,
  };
  /** @type {(verdict: object, step: number) => string} */
  const sentence = (verdict, step) => spanish.verdict.sentence(/** @type {any} */ (verdict), step);

  test('says gemelas, casi gemelas or separadas', () => {
    assert.equal(sentence({ ...pair, kind: 'tied' }, 1), 'Las neuronas 1 y 2 son gemelas exactas tras 1 paso (iguales en cada bit).');
    speakNumbers('es');
    assert.equal(
      sentence({ ...pair, kind: 'near-tied', tied: [], nearest: { units: [1, 2], kind: 'near-tied', distance: 2.9e-6 } }, 0),
      'Las neuronas 1 y 2 son casi gemelas: difieren en 2,9e−6 al inicio.',
    );
    assert.equal(
      sentence({ ...pair, kind: 'apart', tied: [], nearest: { units: [1, 2], kind: 'apart', distance: 3.4142 } }, 2000),
      'Las neuronas 1 y 2 están separadas: 3,41 tras 2000 pasos.',
    );
    speakNumbers('en');
  });
});
