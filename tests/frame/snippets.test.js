/** What a teacher copies: that it says what was ticked, that nothing breaks out of it, and that courses and wikis leave of each snippet at least a link. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import createDOMPurify from 'dompurify';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
// @ts-ignore it has no types
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';
import { TOLD_IDS, readPresentation } from '../../web/base/address-keys.js';
import { SNIPPET_KINDS, addressesOf, snippet } from '../../web/frame/snippets.js';
import { Window } from '../support/dom.js';

const WISH = { base: 'https://lab.example/twin/', only: [], hide: [], lang: null, theme: null, origin: null, run: '' };
const WORDS = { title: 'Twins & "others" <b>', open: 'Open <it>' };
const RUN = '#run=aBc_-9&steps=2000';
const LAB = { ...WISH, hide: ['lab', 'setup'], lang: 'es', theme: 'dark', origin: 'https://my.course:8443', run: RUN };

/** The document that markup makes. @param {string} markup */
function parse(markup) {
  const { document } = new Window({ url: 'https://my.course/' });
  document.body.innerHTML = markup;
  return document.body;
}

describe('the addresses', () => {
  test('say what was ticked, as the page reads it', () => {
    const { frame, page } = addressesOf(LAB);
    const { search, hash } = new URL(frame);
    const { presentation, refusals } = readPresentation(search);
    assert.deepEqual(refusals, []);
    const { embed, hide, lang, theme, origin } = presentation;
    assert.deepEqual(
      { embed, hide, lang, theme, origin, hash },
      { embed: true, hide: LAB.hide, lang: 'es', theme: 'dark', origin: LAB.origin, hash: RUN },
    );
    assert.equal(page, `https://lab.example/twin/?lang=es${RUN}`);
  });

  test('of the lesson have its chapters and nothing of the lab', () => {
    const { frame, page } = addressesOf({ ...LAB, only: TOLD_IDS });
    assert.deepEqual(readPresentation(new URL(frame).search).presentation.only, TOLD_IDS);
    assert.equal(new URL(frame).hash, '');
    assert.ok(!frame.includes('hide=') && !page.includes('embed'), frame);
  });
});

describe('the markup', () => {
  test('of a frame is escaped, has a title, and may copy', () => {
    const frame = parse(snippet('iframe', { wish: LAB, ...WORDS })).querySelector('iframe');
    assert.deepEqual(
      ['src', 'title', 'allow'].map((name) => frame?.getAttribute(name)),
      [addressesOf(LAB).frame, WORDS.title, 'clipboard-write'],
    );
  });

  test('for a slide is a frame that reveal.js loads when its turn comes near, and beside it what hears a clicker', () => {
    const slide = parse(snippet('reveal', { wish: LAB, ...WORDS })).querySelector('section');
    const [frame, script] = slide?.children ?? [];
    assert.deepEqual(
      ['data-src', 'data-preload', 'src', 'title', 'allow'].map((name) => frame?.getAttribute(name)),
      [addressesOf(LAB).frame, '', null, WORDS.title, 'clipboard-write'],
    );
    assert.deepEqual([frame?.tagName, script?.tagName, slide?.children.length], ['IFRAME', 'SCRIPT', 2]);
  });

  for (const kind of SNIPPET_KINDS)
    test(`for ${kind} lets nothing break out of it`, () => {
      const evil = '"\'><script>alert(1)</script>';
      const made = snippet(kind, {
        wish: { ...LAB, base: `https://lab.example/${encodeURIComponent(evil)}/`, run: `#run=x${evil}` },
        title: evil,
        open: evil,
      });
      if (kind === 'jupyter') {
        const python = `import ast, sys; print(len(ast.parse(sys.stdin.read()).body))`;
        assert.equal(execFileSync('/usr/bin/python3', ['-c', python], { input: made, encoding: 'utf8' }), '2\n');
      } else if (kind !== 'link') assert.doesNotMatch(made, /<script>alert/);
    });

  for (const base of ['file:///home/ada/twin%20neurons%22.html', 'twin%20neurons%22.html'])
    test(`of a page without an address on the web is a cell that reads the file beside the notebook: ${base}`, () => {
      const made = snippet('jupyter', { wish: { ...LAB, base }, ...WORDS });
      // IPython's HTML, and the file.
      const python = `import sys, types
opened = []
class File:
  def read(self): return '<!doctype html><html lang="en"><p>"'
sys.modules['IPython'] = sys.modules['IPython.display'] = types.SimpleNamespace(HTML=print)
exec(sys.stdin.read(), {'open': lambda name, encoding: opened.append(name) or File()})
assert opened == ['twin neurons".html'], opened`;
      const cell = execFileSync('/usr/bin/python3', ['-c', python], { input: made, encoding: 'utf8' });
      const frame = parse(cell).querySelector('iframe');
      assert.equal(frame?.title, WORDS.title);
      const address = /data-address="([^"]*)"/.exec(frame?.getAttribute('srcdoc') ?? '')?.[1].replaceAll('&amp;', '&') ?? '';
      assert.equal(address, addressesOf({ ...LAB, base: '' }).frame);
    });

  test('of an element has the attributes that it knows', () => {
    const element = parse(snippet('element', { wish: LAB, ...WORDS })).querySelector('twin-neurons');
    assert.deepEqual(
      [...(element?.attributes ?? [])].map(({ name }) => name),
      ['hide', 'experiment', 'lang', 'theme', 'title'],
    );
  });
});

/** What a platform leaves of a text. @type {Record<string, (markup: string) => string>} */
const JUDGES = {
  'sanitize-html': (markup) => sanitizeHtml(markup),
  'rehype-sanitize': (markup) =>
    String(unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify).processSync(markup)),
  DOMPurify: (markup) => createDOMPurify(/** @type {any} */ (new Window())).sanitize(markup),
};

for (const [name, judge] of Object.entries(JUDGES))
  describe(`${name} leaves`, () => {
    for (const kind of /** @type {const} */ (['iframe', 'element', 'moodle', 'canvas']))
      test(`of what is for ${kind} a link to the page, with its words`, () => {
        const link = parse(judge(snippet(kind, { wish: LAB, ...WORDS }))).querySelector('a');
        assert.deepEqual([link?.getAttribute('href'), link?.textContent], [addressesOf(LAB).page, WORDS.open]);
      });
  });
