/**
 * A monkey that uses the page: loaded only where the address asks for it, ?fuzz=SEED&seconds=N. It clicks, types, chooses, presses keys
 * and opens panels, by a generator of its own, so that the same seed begins with the same actions. What it finds stands in
 * document.documentElement.dataset.fuzz: "running", "done", or a sentence on what went wrong. It imports nothing and knows the page only
 * as a person does: by what is there to be used.
 */

/** @typedef {(below: number) => number} Random a whole number from 0 to below `below` */
/** @typedef {HTMLElement | SVGElement} Control */

const USUAL_SECONDS = 10;
/** The page is read in full after so many actions. */
const ACTIONS_A_LOOK = 8;
const MOST_REMEMBERED = 6;
const LONGEST_FRAME_MS = 50;

const CONTROLS = 'button, input, select, textarea, summary, [role="button"], [role="slider"], [role="switch"], [tabindex="0"]';
const KEYS = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  ' ',
  'Escape',
  'Delete',
  'Backspace',
  'Tab',
  'z',
  'y',
  'a',
  '+',
  '-',
];
/** Numbers good and bad. None of them says a word that must never be shown. */
const TEXTS = [
  '0',
  '1',
  '2',
  '3',
  '5',
  '8',
  '42',
  '100',
  '500',
  '0.5',
  '0,5',
  '1/3',
  '-0.3',
  '\u22120.3',
  '1e-6',
  '2e3',
  '0.2',
  '-5',
  '1000000',
  '1e12',
  '1e308',
  '1e999',
  '',
  ' ',
  'abc',
  '1/0',
  '--1',
  '0x10',
  '1,2,3',
  '\u0661',
  '<b>',
  '9'.repeat(400),
];
/** What could be pasted into larger fields: tables, experiments, nonsense. */
const PASTED = [
  'x1,x2,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n',
  'x1;x2;y\n0,5;1;1\n',
  '1 2 3',
  '0.2\t0.4\n0.2\t0.4\n0.6\t0.6',
  '[[[0.2,0.4],[0.2,0.4]],[[0.6,0.6]]]',
  '{"version":1}',
  '{',
  '"',
  '\ufeffx,y\n1,1',
  ...TEXTS,
];

const NEVER_SHOWN = /NaN|Infinity|undefined|\[object/;
/** Attributes that people hear or see. Others may say such words: an option's value is for the program. */
const SHOWN_ATTRIBUTES = [
  'aria-label',
  'aria-valuetext',
  'aria-valuenow',
  'title',
  'alt',
  'placeholder',
  'd',
  'transform',
  'points',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'viewBox',
  'style',
];

/** What it chooses lasts as long as the page: nobody finds it there the next time. */
function keepNothing() {
  for (const name of /** @type {const} */ (['getItem', 'setItem', 'removeItem'])) Storage.prototype[name] = () => null;
}

/** Uses the page until the time is over or something goes wrong. */
async function run() {
  const { dataset } = document.documentElement;
  const parameters = new URLSearchParams(location.search);
  const seed = Number(parameters.get('fuzz')) >>> 0;
  const seconds = Number(parameters.get('seconds')) || USUAL_SECONDS;
  const random = generator(seed);
  const trouble = watchForErrors();
  keepDownloadsAway();
  keepNothing();
  /** How often each control was used. @type {Map<string, number>} */
  const uses = new Map();
  /** @type {string[]} */
  const last = [];
  const end = performance.now() + seconds * 1000;
  dataset.fuzz = 'running';
  for (let action = 1; performance.now() < end; action += 1) {
    last.push(act(random, uses));
    if (last.length > MOST_REMEMBERED) last.shift();
    for (let frames = random(10) === 0 ? random(20) : 1; frames > 0; frames -= 1) await nextFrame();
    if (action % ACTIONS_A_LOOK === 0) trouble.push(...wordsThatMustNotBe());
    const used = [...uses.values()].filter((count) => count > 0).length;
    Object.assign(dataset, { fuzzActions: String(action), fuzzSeen: String(uses.size), fuzzUsed: String(used) });
    if (trouble.length > 0) {
      dataset.fuzz = `${trouble[0]} (seed ${seed}, action ${action}; the last ones: ${last.join('; ')})`;
      return;
    }
  }
  dataset.fuzz = 'done';
}

/**
 * Marsaglia's xorshift of 32 bits.
 * @param {number} seed
 * @returns {Random}
 */
function generator(seed) {
  let state = (seed * 2654435761 + 88172645) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** @returns {string[]} a list that fills with what goes wrong */
function watchForErrors() {
  /** @type {string[]} */
  const found = [];
  addEventListener('error', (event) => found.push(`An error: ${event.message} ${event.error?.stack ?? ''}`));
  addEventListener('unhandledrejection', ({ reason }) => found.push(`A rejection nobody handled: ${reason} ${reason?.stack ?? ''}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    found.push(`Against the page's policy: ${violatedDirective} ${blockedURI}`),
  );
  const log = console.error;
  console.error = (...words) => {
    found.push(`In the console: ${words.join(' ')}`);
    log(...words);
  };
  return found;
}

/** A download is made and then not saved: the folder of whoever runs this stays clean. */
function keepDownloadsAway() {
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function clickUnlessDownload() {
    if (!this.hasAttribute('download')) click.call(this);
  };
  addEventListener(
    'click',
    (event) => event.target instanceof Element && event.target.closest('a[href]') !== null && event.preventDefault(),
    true,
  );
}

/** The next frame, or a moment later where a browser draws none. */
function nextFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
}

/**
 * One action.
 * @param {Random} random
 * @param {Map<string, number>} uses
 * @returns {string} what it was
 */
function act(random, uses) {
  if (random(12) === 0) return poke(random);
  const controls = /** @type {Control[]} */ ([...document.querySelectorAll(CONTROLS)].filter(isUsable));
  for (const control of controls) {
    if (!uses.has(nameOf(control))) uses.set(nameOf(control), 0);
  }
  if (controls.length === 0) return 'nothing to use';
  // Of some at random the one that was used least: so all get their turn.
  const offered = Array.from({ length: 5 }, () => controls[random(controls.length)]);
  const least = (/** @type {Control} */ control) => uses.get(nameOf(control)) ?? 0;
  const control = offered.reduce((best, other) => (least(other) < least(best) ? other : best));
  const name = nameOf(control);
  uses.set(name, least(control) + 1);
  return `${use(control, random)} ${name}`;
}

/**
 * What is folded away has a place on the page in some browsers, and yet nobody can use it.
 * @param {Element} control
 */
function isUsable(control) {
  const isFolded = control.closest('details:not([open]) > :not(summary)') !== null;
  return !isFolded && control.getClientRects().length > 0 && !control.matches(':disabled, [aria-disabled="true"]');
}

/**
 * What a control is called here: controls that differ in a number only are of one kind.
 * @param {Control} control
 */
function nameOf(control) {
  const name =
    control.getAttribute('name') ??
    control.getAttribute('aria-label') ??
    (control.id || control.textContent || control.getAttribute('class'));
  return `${control.tagName.toLowerCase()} "${String(name)
    .replace(/\d+(\.\d+)?/g, '#')
    .slice(0, 40)}"`;
}

/**
 * @param {Control} control
 * @param {Random} random
 * @returns {string} what was done
 */
function use(control, random) {
  control.scrollIntoView({ block: 'center' });
  if (random(8) === 0) return press(control, random);
  if (control instanceof HTMLSelectElement) return choose(control, random);
  if (control instanceof HTMLTextAreaElement) return type(control, random, PASTED);
  if (control instanceof HTMLInputElement) {
    if (control.type === 'file') return give(control, random);
    if (control.type === 'range')
      return type(control, random, [control.min, control.max, String(Number(control.min || 0) + random(1000) / 100)]);
    if (!['checkbox', 'radio', 'button'].includes(control.type)) return type(control, random, TEXTS);
  }
  const { left, top, width, height } = control.getBoundingClientRect();
  pointer(control, left + width / 2, top + height / 2);
  return 'click';
}

/**
 * @param {HTMLSelectElement} control
 * @param {Random} random
 */
function choose(control, random) {
  const options = [...control.options].filter(({ disabled }) => !disabled);
  if (options.length === 0) return 'choose nothing of';
  control.focus();
  control.value = options[random(options.length)].value;
  tell(control);
  return `choose ${control.value} of`;
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {Random} random
 * @param {readonly string[]} texts
 */
function type(control, random, texts) {
  control.focus();
  control.value = texts[random(texts.length)];
  control.dispatchEvent(new Event('input', { bubbles: true }));
  if (random(6) === 0) key(control, 'Escape');
  else if (random(3) === 0) key(control, 'Enter');
  else control.dispatchEvent(new Event('change', { bubbles: true }));
  if (random(4) === 0) control.blur();
  return `type "${control.value.slice(0, 12)}" into`;
}

/**
 * @param {HTMLInputElement} control for a file
 * @param {Random} random
 */
function give(control, random) {
  const files = new DataTransfer();
  files.items.add(new File([PASTED[random(PASTED.length)]], 'monkey.csv', { type: 'text/csv' }));
  control.files = files.files;
  tell(control);
  return 'give a file to';
}

/**
 * @param {Control} control
 * @param {Random} random
 */
function press(control, random) {
  control.focus({ preventScroll: true });
  const chosen = KEYS[random(KEYS.length)];
  key(control, chosen, random);
  return `press ${chosen} on`;
}

/**
 * Points at any place in sight.
 * @param {Random} random
 */
function poke(random) {
  const [x, y] = [random(innerWidth), random(innerHeight)];
  const found = document.elementFromPoint(x, y);
  if (found === null || found.closest('a[href]')) return 'poke nothing';
  pointer(found, x, y);
  return `poke ${found.tagName} at ${x}, ${y}`;
}

/** @param {Element} control */
function tell(control) {
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * @param {Element} control
 * @param {string} name
 * @param {Random} [random] with one, a modifier may be held
 */
function key(control, name, random) {
  const held = random?.(6) ?? 5;
  const options = {
    key: name,
    bubbles: true,
    cancelable: true,
    ctrlKey: held === 0,
    shiftKey: held === 1,
    altKey: held === 2,
    metaKey: held === 3,
  };
  control.dispatchEvent(new KeyboardEvent('keydown', options));
  control.dispatchEvent(new KeyboardEvent('keyup', options));
}

/**
 * @param {Element} control
 * @param {number} x
 * @param {number} y
 */
function pointer(control, x, y) {
  const options = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, pointerId: 1, isPrimary: true, detail: 1 };
  for (const name of ['pointerover', 'pointermove', 'pointerdown']) control.dispatchEvent(new PointerEvent(name, options));
  for (const name of ['mouseover', 'mousedown', 'mouseup']) control.dispatchEvent(new MouseEvent(name, options));
  control.dispatchEvent(new PointerEvent('pointerup', options));
  if (control instanceof HTMLElement && control.matches(CONTROLS)) control.focus({ preventScroll: true });
  control.dispatchEvent(new MouseEvent('click', options));
}

/** @returns {string[]} sentences on what the page shows and must not */
function wordsThatMustNotBe() {
  const found = [];
  const said = NEVER_SHOWN.exec(document.body.innerText);
  if (said !== null) found.push(`The page says "${around(document.body.innerText, said.index)}"`);
  for (const element of document.querySelectorAll('body *')) {
    if (element instanceof HTMLInputElement && NEVER_SHOWN.test(element.value)) found.push(`A field shows "${element.value}"`);
    for (const name of SHOWN_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null && NEVER_SHOWN.test(value))
        found.push(`${element.tagName} ${element.getAttribute('class') ?? ''} has ${name}="${value.slice(0, 80)}"`);
    }
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} at
 */
function around(text, at) {
  return text.slice(Math.max(0, at - 60), at + 40).replace(/\s+/g, ' ');
}

await run();
