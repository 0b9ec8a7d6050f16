/**
 * How the page presents itself, as the query of its address says: what stands between "?" and "#". It never says anything of the
 * experiment, which is behind the "#" (address.js). One table names every key, so that a key exists once. Keys that are not in it are
 * others' business (a learning platform adds its own) and ignored; a wrong value of a known one is left out, and said.
 */

/** The way of presenting that this page knows. A link made for a newer one is refused politely. */
export const PRESENTATION_VERSION = 1;

/** What `hide=` may name: parts of the page, separated by commas. */
export const PARTS = Object.freeze(
  /** @type {const} */ ([
    'presets',
    'network',
    'controls',
    'verdict',
    'chart',
    'setup',
    'chain',
    'lab',
    'lesson',
    'time',
    'foot',
    'header',
  ]),
);

/** @typedef {typeof PARTS[number]} Part */

/** The questions of the lesson that `lesson=` may name, in their order; the numbers that they had before work, too. */
export const QUESTION_IDS = Object.freeze(
  /** @type {const} */ (['twins', 'gradients', 'ties', 'zeros', 'blame', 'seed', 'team', 'answer', 'beyond']),
);

/** What goes beyond them: chapters of their own, which `lesson=` may name, too. */
export const BEYOND_IDS = Object.freeze(/** @type {const} */ (['split', 'pass', 'noise', 'decay', 'condense', 'relu-law', 'digits']));

/** @typedef {typeof QUESTION_IDS[number] | typeof BEYOND_IDS[number]} QuestionId */

/** The chapters that are told on the stage, which `only=` may name; the last of the questions is a page to be read. */
export const TOLD_IDS = Object.freeze(/** @type {readonly QuestionId[]} */ ([...QUESTION_IDS.slice(0, -1), ...BEYOND_IDS]));

/** Who may keep what a student has done. */
const MEMORIES = /** @type {const} */ (['device', 'parent', 'none']);

/**
 * @typedef {object} Presentation
 * @property {number} v the version that the address was made for
 * @property {boolean} embed shown in somebody's frame
 * @property {number | QuestionId | 'teachers' | null} lesson the question to open on; null: not said
 * @property {string | null} preset the id of a preset to open with, where there is no experiment behind the "#"
 * @property {readonly Part[]} hide
 * @property {string | null} lang a language tag; null: as the browser prefers
 * @property {'light' | 'dark' | null} theme null: as the system says
 * @property {string | null} origin the only one that messages are taken from and sent to
 * @property {readonly (QuestionId | 'own')[]} only the only chapters that are shown, in this order; none: all, and the lab
 * @property {'device' | 'parent' | 'none'} memory who keeps what a student has done
 * @property {boolean} notes whether there are the teacher's notes
 * @property {boolean} check whether to train the fifty runs of the device check at once
 * @property {boolean} gallery shows the figures in place of the page, on local addresses
 * @property {number | null} fuzz the monkey's seed
 */

/** @typedef {{ key: keyof Presentation, value: string }} Refusal a value that was left out, shortened, for a sentence on what would be right there */

/** What a person takes along who leaves a frame for the whole page; the rest is between the frame and the page around it. */
const TAKEN_ALONG = Object.freeze(/** @type {const} */ (['v', 'lesson', 'lang', 'only', 'notes']));

/**
 * How each key is read. undefined: the value is wrong.
 * @type {{ readonly [K in keyof Presentation]: { usual: Presentation[K], read: (text: string) => Presentation[K] | undefined } }}
 */
const KEYS = {
  v: { usual: PRESENTATION_VERSION, read: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined) },
  embed: { usual: false, read: readSwitch },
  lesson: { usual: null, read: readLesson },
  preset: { usual: null, read: (text) => (/^[a-z-]{1,40}$/.test(text) ? text : undefined) },
  hide: { usual: Object.freeze([]), read: (text) => readList(text, PARTS) },
  lang: { usual: null, read: (text) => (/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/i.test(text) ? text.toLowerCase() : undefined) },
  theme: { usual: null, read: (text) => (text === 'light' || text === 'dark' ? text : undefined) },
  origin: { usual: null, read: readOrigin },
  only: { usual: Object.freeze([]), read: (text) => readList(text, [...TOLD_IDS, 'own']) },
  memory: { usual: 'device', read: (text) => MEMORIES.find((each) => each === text) },
  notes: { usual: true, read: readSwitch },
  check: { usual: false, read: readSwitch },
  gallery: { usual: false, read: readSwitch },
  fuzz: { usual: null, read: (text) => (/^\d{1,10}$/.test(text) ? Number(text) : undefined) },
};

/**
 * @param {string} query with or without its "?"
 * @returns {{ presentation: Presentation, refusals: Refusal[] }}
 */
export function readPresentation(query) {
  const given = new URLSearchParams(query);
  /** @type {Refusal[]} */
  const refusals = [];
  const entries = /** @type {(keyof Presentation)[]} */ (Object.keys(KEYS)).map((key) => {
    const { usual, read } = KEYS[key];
    const text = key === 'origin' ? named(given.getAll(key)) : given.get(key);
    if (text === null) return [key, usual];
    const value = read(text);
    if (value === undefined) refusals.push({ key, value: text.length > 40 ? `${text.slice(0, 40)}\u2026` : text });
    return [key, value === undefined ? usual : value];
  });
  return { presentation: Object.freeze(Object.fromEntries(entries)), refusals };
}

/**
 * The query of the whole page, for links out of a frame.
 * @param {string} query with or without its "?"
 * @returns {string} with its "?"; '' where nothing is left to say
 */
export function wholePageQuery(query) {
  const given = new URLSearchParams(query);
  const kept = String(new URLSearchParams(TAKEN_ALONG.flatMap((key) => (given.has(key) ? [[key, given.get(key) ?? '']] : []))));
  return kept === '' ? '' : `?${kept}`;
}

/**
 * @param {string} text
 * @returns {Presentation['lesson'] | undefined}
 */
function readLesson(text) {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  return text === 'teachers' ? text : [...QUESTION_IDS, ...BEYOND_IDS].find((id) => id === text);
}

/** @param {string} text */
function readSwitch(text) {
  return text === '1' || text === '' ? true : text === '0' ? false : undefined;
}

/**
 * Names with commas between them, each once, as they were given.
 * @template {string} Name
 * @param {string} text
 * @param {readonly Name[]} known
 * @returns {readonly Name[] | undefined}
 */
function readList(text, known) {
  const names = /** @type {Set<Name>} */ (
    new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
  );
  return known.filter((each) => names.has(each)).length < names.size ? undefined : Object.freeze([...names]);
}

/**
 * Several origins are none: whoever wrote the address meant somebody, and it is not known whom.
 * @param {string[]} texts
 */
const named = (texts) => (texts.length > 0 ? texts.join(' ') : null);

/** How often an address may have been encoded on its way here, by programs that put it into one of theirs. */
const MOST_ENCODED = 3;

/** @param {string} text */
function readOrigin(text) {
  try {
    let plain = text;
    for (let times = 0; times < MOST_ENCODED && /^https?%/i.test(plain); times += 1) plain = decodeURIComponent(plain);
    const { origin } = new URL(plain);
    return origin === plain && /^https?:[^*]+$/.test(plain) ? plain : undefined;
  } catch {
    return undefined;
  }
}
