/**
 * The page as an anywidget, for notebooks and for MyST: https://anywidget.dev. The model's traits are `experiment` and `steps` (set by the notebook),
 * `state` and `progress` (set by the page; a progress that is there at the beginning is gone on from). The page itself is in the module, so that
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

    /** @param {object} command */
    const send = (command) => frame.contentWindow?.postMessage({ twinNeurons: MESSAGES_VERSION, ...command }, '*');

    function setExperiment() {
      const experiment = model.get('experiment');
      const steps = model.get('steps');
      if (isGiven(experiment)) send({ type: 'set-state', experiment, ...(steps ? { steps } : {}) });
    }

    /** @param {string} name @param {unknown} value */
    function save(name, value) {
      model.set(name, value);
      model.save_changes();
    }

    function begin() {
      setExperiment();
      const progress = model.get('progress');
      if (isGiven(progress)) send({ type: 'set-progress', progress });
    }

    /** @param {MessageEvent} event */
    function hear({ source, data }) {
      if (source !== frame.contentWindow || data?.twinNeurons !== MESSAGES_VERSION) return;
      const { twinNeurons: _, type, id: __, ...told } = data;
      if (type === 'ready') begin();
      if (type === 'resize') frame.style.height = `${told.height}px`;
      if (type === 'state' || type === 'progress') save(type, told);
      if (type === 'state') refusal.hidden = true;
      if (type === 'error') {
        refusal.textContent = told.sentence;
        refusal.hidden = false;
      }
    }

    addEventListener('message', hear);
    model.on('change:experiment', setExperiment);
    model.on('change:steps', setExperiment);
    // What a notebook sends with widget.send() are commands: { "type": "run", "steps": 2000 }.
    model.on('msg:custom', send);
    el.append(frame, refusal);
    return () => {
      removeEventListener('message', hear);
      model.off('change:experiment', setExperiment);
      model.off('change:steps', setExperiment);
      model.off('msg:custom', send);
    };
  };
}

/** Whether a trait has something in it: Python's None is null, and an empty dictionary is nothing. @param {unknown} value */
function isGiven(value) {
  return typeof value === 'string' ? value !== '' : typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
