/** An experiment in a few words: its data, network and learning rate. */

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../messages/en/lab.js').LabMessages} Messages */

/**
 * @param {Experiment} experiment
 * @param {Messages} messages
 * @returns {string}
 */
export function describeExperiment({ network, data, training }, messages) {
  return messages.experiment(
    'set' in data ? messages.dataSets[data.set].name : messages.ownData,
    [network.inputs, ...network.hidden, network.outputs],
    network.hidden.length === 0 ? null : messages.activations[network.activation],
    network.bias,
    training.learningRate,
  );
}
