/**
 * The words of the named data sets in the page's language. The engine names features, targets and units once, in English, and experiments
 * keep those names; what a person sees goes through here. A table of the visitor's own has names
 * of their own, shown with what nobody would see in them.
 */

import { showHidden } from '../base/hidden-signs.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/**
 * @param {Readonly<Record<string, string>>} words by the engine's
 * @returns {(snapshot: Snapshot) => Snapshot} the same data give the same named data, since views tell data apart by identity
 */
export function createDataWords(words) {
  /** @type {WeakMap<Snapshot['data'], Snapshot['data']>} */
  const known = new WeakMap();
  /** @type {(name: string) => string} */
  const wordOf = (name) => words[name] ?? name;
  return (snapshot) => {
    const { data, experiment } = snapshot;
    const word = 'set' in experiment.data ? wordOf : showHidden;
    const named = known.get(data) ?? {
      ...data,
      features: data.features.map(word),
      targets: data.targets.map(word),
      display: data.display.map((feature) => ({ ...feature, name: word(feature.name), unit: word(feature.unit) })),
    };
    known.set(data, named);
    return { ...snapshot, data: named };
  };
}
