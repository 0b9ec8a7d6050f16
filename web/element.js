/**
 * The custom element <twin-neurons>: makes the frame, sizes it, and hands on what it tells as events. A script of its own, small, for
 * other people's pages; it shares no code with the page, only the words of docs/messages.md and the keys of base/address-keys.js.
 */

const MESSAGES_VERSION = 1;
/** Attributes that are keys of the page's query. */
const QUERY = Object.freeze(['v', 'lesson', 'preset', 'hide', 'lang', 'theme']);
/**
 * allow-same-origin: the page's modules and its engine load only with an origin of their own. The rest is for "Open in a new tab" and
 * for saving files. What is not there, as leading the page around elsewhere, the frame cannot do.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** @typedef {Record<string, unknown> & { type: string }} Told a message of the frame, as docs/messages.md has it */

/** On a server, where programs import what their pages use, there are no elements; there this script does nothing. */
const Base = /** @type {typeof HTMLElement} */ (typeof HTMLElement === 'undefined' ? class {} : HTMLElement);

/**
 * `<twin-neurons preset="tied" lesson="3" theme="dark">`. Attributes: those of the page's query, `experiment` (JSON or a link), `src` (of the page,
 * else the one beside this script), `title`, and `height` for one that stays as high. Events: ready, resize, state, step, predict and
 * error, with the message as their detail.
 */
export class TwinNeuronsElement extends Base {
  static observedAttributes = [...QUERY, 'src', 'experiment', 'title', 'height'];

  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #isReady = false;
  #isStale = false;
  #asked = 0;
  /** @type {object[]} */
  #waiting = [];
  /** @type {Map<unknown, { resolve: (state: Told) => void, reject: (error: Error) => void }>} */
  #answers = new Map();

  connectedCallback() {
    addEventListener('message', this);
    this.style.display ||= 'block';
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener('message', this);
    this.#close();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (this.#frame === null) return;
    if (name === 'experiment' && this.#isReady) {
      // What is wrong with it is told by an event.
      if (this.experiment) this.send('set-state', { experiment: this.experiment }).catch(() => {});
    } else if (name === 'title' || name === 'height') this.#dress(this.#frame);
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
    if (value === null) this.removeAttribute('experiment');
    else this.setAttribute('experiment', typeof value === 'string' ? value : JSON.stringify(value));
  }

  /**
   * Sends a command, when the frame is ready.
   * @param {'get-state' | 'set-state' | 'run' | 'pause' | 'reset' | 'goto'} type
   * @param {object} [fields]
   * @returns {Promise<Told>} the state after it; fails with the frame's sentence. A page of origin "null" gets no answer
   */
  send(type, fields = {}) {
    const id = (this.#asked += 1);
    const command = { twinNeurons: MESSAGES_VERSION, type, id, ...fields };
    if (this.#isReady) this.#post(command);
    else this.#waiting.push(command);
    return new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
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
      if (this.experiment && !this.experiment.includes('#')) this.send('set-state', { experiment: this.experiment }).catch(() => {});
      for (const command of this.#waiting.splice(0)) this.#post(command);
    }
    if (data.type === 'resize' && !this.hasAttribute('height')) frame.style.height = `${data.height}px`;
    const answer = this.#answers.get(data.id);
    this.#answers.delete(data.id);
    if (data.type === 'error') answer?.reject(new Error(data.sentence));
    else answer?.resolve(data);
    this.dispatchEvent(new CustomEvent(data.type, { detail: data }));
  }

  /** @param {object} message */
  #post(message) {
    if (this.#frame !== null) this.#frame.contentWindow?.postMessage(message, new URL(this.#frame.src).origin);
  }

  #open() {
    const url = new URL(this.getAttribute('src') ?? new URL('./', import.meta.url).href, document.baseURI);
    url.searchParams.set('embed', '1');
    for (const key of QUERY) {
      const value = this.getAttribute(key);
      if (value !== null) url.searchParams.set(key, value);
    }
    if (self.origin !== 'null') url.searchParams.set('origin', self.origin);
    const link = /#.*/.exec(this.experiment ?? '');
    if (link) url.hash = link[0];
    const frame = document.createElement('iframe');
    frame.loading = 'lazy';
    frame.setAttribute('sandbox', SANDBOX);
    frame.allow = 'clipboard-write';
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
    this.#dress(frame);
    frame.src = url.href;
    this.#frame = frame;
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(frame);
  }

  /** @param {HTMLIFrameElement} frame */
  #dress(frame) {
    frame.title = this.title || 'Twin Neurons';
    frame.style.height = `${Number(this.getAttribute('height')) || 480}px`;
  }

  #close() {
    this.#frame?.remove();
    this.#frame = null;
    this.#isReady = false;
    this.#waiting = [];
    for (const { reject } of this.#answers.values()) reject(new Error('The frame is gone.'));
    this.#answers.clear();
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('twin-neurons')) customElements.define('twin-neurons', TwinNeuronsElement);
