/**
 * The page as an anywidget, for notebooks and for MyST: https://anywidget.dev. The model's traits are `experiment` and `steps` (set by the notebook),
 * `state` (set by the page) and `progress` (set by the page; one that the notebook sets is gone on from). The page itself is in the module, so that
 * nothing has to be found beside it. Messages: docs/messages.md.
 */

/** The version of the page's messages. */
const MESSAGES_VERSION = 1;
const FIRST_HEIGHT = 600;

/**
 * What anywidget hands in, as far as it is used.
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, listener: (about: any) => void) => void} on
 * @property {(event: string, listener: (about: any) => void) => void} off
 */

/**
 * @param {string} html the page of one file
 * @returns {(options: { model: Model, el: HTMLElement }) => () => void} render, which gives what cleans up
 */
export function createRender(html) {
  return ({ model, el }) => {
    const frame = document.createElement('iframe');
    frame.title = 'Twin Neurons';
    frame.allow = 'clipboard-write';
    frame.style.cssText = `width:100%;height:${FIRST_HEIGHT}px;border:0;display:block`;
    // A page made of a text has no address of its own: this is where it looks instead.
    frame.srcdoc = html.replace('<html', '<html data-address="?embed=1&amp;memory=parent&amp;notes=0"');
    const refusal = document.createElement('p');
    refusal.setAttribute('role', 'alert');
    refusal.hidden = true;

    /** The progress and the experiment that the page has told last, as JSON. */
    let told = '';
    let shown = '';

    /** @param {object} command */
    const post = (command) => frame.contentWindow?.postMessage({ twinNeurons: MESSAGES_VERSION, ...command }, '*');

    /** @param {object} command what comes of it takes the place of an earlier refusal */
    function send(command) {
      refusal.hidden = true;
      post(command);
    }

    const setSteps = () => {
      const steps = model.get('steps');
      // Says nothing of an experiment that was refused.
      if (steps) post({ type: 'set-state', steps });
    };

    function setExperiment() {
      const experiment = model.get('experiment');
      const steps = model.get('steps');
      if (isGiven(experiment)) send({ type: 'set-state', experiment, ...(steps ? { steps } : {}) });
    }

    function setProgress() {
      const progress = model.get('progress');
      // What comes back is what the page has told.
      if (isGiven(progress) && JSON.stringify(progress) !== told) send({ type: 'set-progress', progress });
    }

    /** @param {string} name @param {unknown} value */
    function save(name, value) {
      model.set(name, value);
      ifThere(() => model.save_changes());
    }

    function begin() {
      setSteps();
      setExperiment();
      setProgress();
    }

    /** @param {MessageEvent} event */
    function hear({ source, data }) {
      if (source !== frame.contentWindow || data?.twinNeurons !== MESSAGES_VERSION) return;
      const { twinNeurons: _, type, id: __, ...fields } = data;
      if (type === 'ready') begin();
      if (type === 'resize') frame.style.height = `${fields.height}px`;
      if (type === 'progress') told = JSON.stringify(fields);
      if (type === 'state' || type === 'progress') save(type, fields);
      if (type === 'state') {
        // A state may be told again, late; another experiment is one that somebody has chosen on the page.
        const now = JSON.stringify(fields.experiment);
        if (now !== shown) refusal.hidden = true;
        shown = now;
      }
      if (type === 'error') {
        refusal.textContent = fields.sentence;
        refusal.hidden = false;
      }
    }

    /** @type {Record<string, (about: any) => void>} */
    const listeners = {
      'change:experiment': setExperiment,
      'change:steps': setSteps,
      'change:progress': setProgress,
      // What a notebook sends with widget.send() are commands: { "type": "run", "steps": 2000 }.
      'msg:custom': send,
    };
    addEventListener('message', hear);
    for (const [event, listener] of Object.entries(listeners)) model.on(event, listener);
    el.append(frame, refusal);
    return () => {
      removeEventListener('message', hear);
      for (const [event, listener] of Object.entries(listeners)) ifThere(() => model.off(event, listener));
    };
  };
}

/** Whether a trait has something in it: Python's None is null, and an empty dictionary is nothing. @param {unknown} value */
function isGiven(value) {
  return typeof value === 'string' ? value !== '' : typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/**
 * MyST's model has no kernel behind it. It has the functions of one, which throw an error with its own name in front; nobody misses there what they would do.
 * @param {() => void} act
 */
function ifThere(act) {
  try {
    act();
  } catch (error) {
    if (!/^Error: MystAnyModel\./.test(String(error))) throw error;
  }
}
