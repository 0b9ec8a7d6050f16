/**
 * The custom element <twin-neurons>: makes the frame, sizes it, and hands on what it tells as events. A script of its own, small, for
 * other people's pages; it shares no code with the page, only the words of docs/messages.md and the keys of base/address-keys.js.
 */

const MESSAGES_VERSION = 1;
const GONE = 'The frame is gone.';
const MUTE = 'A page of origin "null", such as a file, gets no answer.';
/** How long a page that has loaded may take until it says that it is ready: an engine is fetched and compiled. */
const READY_MS = 20_000;
const LONGEST_SHOWN = 80;
/** Where this script is; a classic script knows it otherwise than a module. */
const HERE = import.meta.url ?? /** @type {HTMLScriptElement | null | undefined} */ (globalThis.document?.currentScript)?.src;
/** Attributes that are keys of the page's query. */
const QUERY = ['v', 'lesson', 'preset', 'hide', 'lang', 'theme', 'only', 'memory', 'notes'];
/**
 * allow-same-origin: the page's modules and its engine load only with an origin of their own. The rest is for "Open in a new tab" and
 * for saving files. What is not there, as leading the page around elsewhere, the frame cannot do.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

/**
 * The page's address. What an attribute names may come from a stranger, and an address such as `javascript:` would be run in the host's page.
 * @param {string} text
 * @returns {URL | null} null: no address that a page may be loaded from
 */
function pageAddress(text) {
  try {
    const url = new URL(text, document.baseURI);
    const schemes = location.protocol === 'file:' ? ['http:', 'https:', 'file:'] : ['http:', 'https:'];
    return schemes.includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * What stands behind the "#" of a link; JSON may have a "#" in it, too.
 * @param {string} experiment
 */
const linkIn = (experiment) => (/^\s*[{[]/.test(experiment) ? null : (/#.*/s.exec(experiment)?.[0] ?? null));

/** @typedef {'get-state' | 'set-state' | 'run' | 'pause' | 'reset' | 'goto' | 'get-progress' | 'set-progress' | 'theme' | 'lang'} Command */
/** @typedef {Record<string, unknown> & { type: string }} Told a message of the frame, as docs/messages.md has it */

/** On a server, where programs import what their pages use, there are no elements; there this script does nothing. */
const Base = /** @type {typeof HTMLElement} */ (typeof HTMLElement === 'undefined' ? class {} : HTMLElement);

/**
 * `<twin-neurons preset="tied" lesson="3" theme="dark">`. Attributes: those of the page's query, `experiment` (JSON or a link), `src` (of the page,
 * else the one beside this script), `title`, and `height` for one that stays as high. Events: ready, resize, state, step, predict, answer,
 * progress, key and error, with the message as their detail.
 */
export class TwinNeuronsElement extends Base {
  static observedAttributes = [...QUERY, 'src', 'experiment', 'title', 'height'];

  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** In the page, with a frame unless its address is none. */
  #isOpen = false;
  #isReady = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lateness;
  #isStale = false;
  #asked = 0;
  /** @type {object[]} */
  #waiting = [];
  /** @type {Map<unknown, { resolve: (state: Told) => void, reject: (error: Error) => void }>} */
  #answers = new Map();

  connectedCallback() {
    // A property that was set before this script came hides the one of the class.
    if (Object.hasOwn(this, 'experiment')) {
      const { experiment } = this;
      Reflect.deleteProperty(this, 'experiment');
      this.experiment = experiment;
    }
    addEventListener('message', this);
    this.style.display ||= 'block';
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener('message', this);
    this.#close();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#isOpen || before === now) return;
    // What is wrong with an experiment is told by an event. Without a theme it is the system's; without a language the page chooses one where it begins.
    if (this.#isReady && now && name === 'experiment') this.send('set-state', { experiment: now });
    else if (this.#isReady && (name === 'theme' || (now && name === 'lang'))) this.send(name, { [name]: now });
    else if (name === 'title' || name === 'height') this.#dress();
    else if (!this.#isStale) {
      this.#isStale = true;
      // Several attributes that change at once make one new frame.
      queueMicrotask(() => {
        this.#isStale = false;
        if (!this.isConnected) return;
        this.#close();
        this.#open();
      });
    }
  }

  /** JSON or a link of the page; an object is written as JSON. @returns {string | null} */
  get experiment() {
    return this.getAttribute('experiment');
  }

  /** @param {string | object | null} value */
  set experiment(value) {
    if (value === null || value === undefined) this.removeAttribute('experiment');
    else this.setAttribute('experiment', typeof value === 'string' ? value : JSON.stringify(value));
  }

  /**
   * Sends a command, when the frame is ready.
   * @param {Command} type
   * @param {object} [fields]
   * @returns {Promise<Told>} the state after it, or the progress; fails with the frame's sentence, and at once where no answer can come: to or from a page of
   *   origin "null", and where there is no frame
   */
  send(type, fields = {}) {
    const id = (this.#asked += 1);
    const command = { twinNeurons: MESSAGES_VERSION, type, id, ...fields };
    const answer = new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    // Whoever asked may not want to know; a frame that goes is no error of the host's page.
    answer.catch(() => {});
    const failure = this.#frame === null ? GONE : this.#isMute() ? MUTE : null;
    if (this.#isReady) this.#post(command);
    else if (this.#frame !== null) this.#waiting.push(command);
    if (failure !== null) this.#fail(id, failure);
    return answer;
  }

  /** @param {number} [steps] */
  run(steps) {
    return this.send('run', steps === undefined ? {} : { steps });
  }

  pause() {
    return this.send('pause');
  }

  reset() {
    return this.send('reset');
  }

  /** @param {MessageEvent} event */
  handleEvent({ source, origin, data }) {
    const frame = this.#frame;
    if (frame === null || source !== frame.contentWindow || origin !== new URL(frame.src).origin || data?.twinNeurons !== MESSAGES_VERSION)
      return;
    if (data.type === 'ready') {
      this.#isReady = true;
      // A link is in the frame's address already.
      if (this.experiment && linkIn(this.experiment) === null) this.send('set-state', { experiment: this.experiment });
      for (const command of this.#waiting.splice(0)) this.#post(command);
    }
    if (data.type === 'resize' && !this.hasAttribute('height')) frame.style.height = `${data.height}px`;
    if (data.type === 'error') this.#fail(data.id, data.sentence);
    else this.#answers.get(data.id)?.resolve(data);
    this.#answers.delete(data.id);
    this.dispatchEvent(new CustomEvent(data.type, { detail: data }));
  }

  /** @param {object} message */
  #post(message) {
    const { src = '', contentWindow } = this.#frame ?? {};
    const { origin } = new URL(src);
    // Nothing can be sent to the origin "null" alone.
    if (origin !== 'null') contentWindow?.postMessage(message, origin);
  }

  /** Whether answers cannot come: the frame tells only an origin that can be named, and only such a one can be asked. */
  #isMute() {
    return self.origin === 'null' || new URL(this.#frame?.src ?? '').origin === 'null';
  }

  /**
   * @param {unknown} id of a command
   * @param {string} sentence
   */
  #fail(id, sentence) {
    this.#answers.get(id)?.reject(new Error(sentence));
    this.#answers.delete(id);
  }

  #open() {
    this.#isOpen = true;
    const src = this.getAttribute('src') ?? new URL('./', HERE || document.baseURI).href;
    const url = pageAddress(src);
    if (url === null) {
      this.#tellError(`src must be an address that begins with http: or https:; got ${src.slice(0, LONGEST_SHOWN)}`);
      return;
    }
    url.searchParams.set('embed', '1');
    for (const key of QUERY) {
      const value = this.getAttribute(key);
      if (value !== null) url.searchParams.set(key, value);
    }
    if (self.origin !== 'null') url.searchParams.set('origin', self.origin);
    const link = linkIn(this.experiment ?? '');
    if (link !== null) url.hash = link;
    const frame = document.createElement('iframe');
    frame.loading = 'lazy';
    frame.setAttribute('sandbox', SANDBOX);
    frame.allow = 'clipboard-write';
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
    frame.addEventListener('load', () => this.#expectReady(frame));
    frame.src = url.href;
    this.#frame = frame;
    this.#dress();
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(frame);
  }

  /** Something is in the frame now. Another page than ours, such as "not found", never says that it is ready. @param {HTMLIFrameElement} frame */
  #expectReady(frame) {
    clearTimeout(this.#lateness);
    this.#lateness = setTimeout(() => {
      if (frame !== this.#frame || this.#isReady) return;
      const sentence = `The page at ${frame.src.replace(/[?#].*/, '')} does not get ready.`;
      this.#waiting = [];
      for (const id of [...this.#answers.keys()]) this.#fail(id, sentence);
      this.#tellError(sentence);
    }, READY_MS);
  }

  /** @param {string} sentence */
  #tellError(sentence) {
    const detail = { twinNeurons: MESSAGES_VERSION, type: 'error', sentence };
    // Once listeners are there, which a page may add right behind the element.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent('error', { detail })));
  }

  #dress() {
    if (this.#frame === null) return;
    this.#frame.title = this.title || 'Twin Neurons';
    this.#frame.style.height = `${Number(this.getAttribute('height')) || 480}px`;
  }

  #close() {
    clearTimeout(this.#lateness);
    this.#frame?.remove();
    this.#frame = null;
    this.#isOpen = false;
    this.#isReady = false;
    this.#waiting = [];
    for (const id of [...this.#answers.keys()]) this.#fail(id, GONE);
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('twin-neurons')) customElements.define('twin-neurons', TwinNeuronsElement);
