/** The fields of "How it learns": every option of the engine has one, and what is typed becomes a change of the experiment. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab, parseExperiment } from 'twin-neurons';
import { withChoice } from '../../../web/experiment/edits.js';
import { trainingMessages } from '../../../web/messages/en/training.js';
import { FIELD_GROUPS, optionChange, readNames, readOption } from '../../../web/panels/training/fields.js';
import { readRule } from '../../experiment/kinds/rules.js';
import { tiedExperiment } from '../../support/shared.js';

/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

const fields = Object.values(FIELD_GROUPS).flat();

describe('fields of training', () => {
  test('there is one for each option of the engine, and a text for each', () => {
    const elsewhere = ['optimizer', 'learningRate'];
    const offered = lab.options.map(({ name }) => name).filter((name) => !elsewhere.includes(name));
    assert.deepEqual(fields.map(({ name }) => name).sort(), [...offered].sort());
    assert.deepEqual(Object.keys(trainingMessages.options).sort(), [...offered].sort());
    assert.deepEqual(Object.keys(trainingMessages.optimizers), lab.names.optimizers);
    for (const group of Object.keys(FIELD_GROUPS)) assert.ok(trainingMessages.groups[group].note);
  });

  test('each shows the default at first, and sets nothing but its own option', () => {
    const experiment = parseExperiment(tiedExperiment());
    for (const { name } of fields) {
      const option = lab.options.find((each) => each.name === name);
      assert.ok(option);
      assert.equal(readOption(experiment.training, name), option.default, name);
      const value = name === 'dropout.rate' ? 0.25 : 1 / (name.match(/[sS]eed|Size/) ? 1 / 7 : 4);
      const changed = parseExperiment(
        withChoice(experiment, [0.2, 0.4, 0.2, 0.4, 0.6, 0.6], { training: optionChange(experiment.training, name, value) }),
      );
      for (const other of fields)
        assert.equal(
          readOption(changed.training, other.name),
          other.name === name ? value : readOption(experiment.training, other.name),
          `${name}, ${other.name}`,
        );
    }
  });

  test('each optimizer has the fields of its formula', async () => {
    const shown = (/** @type {any} */ optimizer) =>
      FIELD_GROUPS.rule.filter(({ optimizers }) => optimizers?.includes(optimizer)).map(({ name }) => name);
    for (const optimizer of lab.names.optimizers) assert.deepEqual(shown(optimizer), (await readRule(optimizer)).options, optimizer);
  });

  test('names are read with any separator, each once', () => {
    assert.deepEqual(readNames(' w5,W6; b1\n w5 '), ['w5', 'w6', 'b1']);
    assert.deepEqual(readNames(' , '), []);
  });
});
