/** An experiment in a few words: its data, network and learning rate. */

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../messages/en/lab.js').LabMessages} Messages */

/**
 * @param {Experiment} experiment
 * @param {Messages} messages
 * @returns {string}
 */
export function describeExperiment({ network, data, training }, messages) {
  const name = 'set' in data ? data.set : 'own';
  return messages.experiment(
    messages.dataSets[name] ?? name,
    [network.inputs, ...network.hidden, network.outputs],
    network.hidden.length === 0 ? null : messages.activations[network.activation],
    network.bias,
    training.learningRate,
  );
}
