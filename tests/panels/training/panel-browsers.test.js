/** "How it learns" in Chromium: what is chosen there is what the engine trains, to the bit. */
import assert from 'node:assert/strict';
import { fingerprintAfter } from '../../support/node-runs.js';
import { complaint, enter, read, textOf, train, useSite } from '../../support/page.js';
import { testPanelLook } from '../../support/panel-look.js';
import { TIED_WEIGHTS, XOR, tiedExperiment } from '../../support/shared.js';

const { panelTest } = useSite('chromium');

panelTest('training', 'options that treat neurons alike keep the tie, dropout parts it', async (page) => {
  const options = { optimizer: 'momentum', momentum: 0.5, l1: 0.001, clip: 0.5 };
  await page.select('[name="optimizer"]', 'momentum');
  await enter(page, '#training-momentum', '0.5');
  await enter(page, '#training-l1', '0.001');
  await enter(page, '#training-clip', '0.5');
  await train(page);
  const alike = await read(page);
  assert.match(alike.verdict ?? '', /exactly tied after 2,000 steps/);
  assert.equal(alike.fingerprint, await fingerprintAfter(tiedExperiment({ training: options }), 2000));
  await enter(page, '#training-dropout-rate', '0,25');
  assert.match(await page.evaluate(() => document.querySelector('#why')?.textContent ?? ''), /can part them/);
  await train(page);
  const parted = await read(page);
  assert.match(parted.verdict ?? '', /apart/);
  assert.equal(
    parted.fingerprint,
    await fingerprintAfter(tiedExperiment({ training: { ...options, dropout: { rate: 0.25, seed: 1 } } }), 2000),
  );
  await enter(page, '#training-dropout-rate', '1');
  assert.notEqual(await complaint(page, '#training-dropout-rate'), '');
  await enter(page, '#training-batchSize', '1.5');
  assert.match(await complaint(page, '#training-batchSize'), /whole number/);
});

panelTest('training', 'a frozen weight and a neuron\u2019s own learning rate reach the engine', async (page) => {
  await enter(page, '#training-freeze', 'w5, w99');
  assert.match(await complaint(page, '#training-freeze'), /w99/);
  await enter(page, '#training-freeze', 'W5');
  await enter(page, '#unit-rate-neuron', '2');
  await enter(page, '#unit-rate-factor', '1/4');
  await page.click('[data-action="set-unit-rate"]');
  assert.match(await textOf(page, '.unit-rates'), /^Neuron 2: 0\.25 times/);
  await train(page);
  const { fingerprint, verdict } = await read(page);
  const training = { freeze: ['w5'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.25 }] };
  assert.equal(
    fingerprint,
    await fingerprintAfter(tiedExperiment({ data: XOR, init: { scheme: 'explicit', w: TIED_WEIGHTS }, training }), 2000),
  );
  assert.match(verdict ?? '', /apart/);
  await page.click('.unit-rates button');
  assert.equal(await textOf(page, '.unit-rates'), '');
});

testPanelLook(panelTest, 'training');
