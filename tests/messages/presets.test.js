/** Every preset has its words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRESETS } from '../../web/experiment/presets.js';
import { messages } from '../../web/messages/en/page.js';

test('every preset has its words', () => {
  for (const { id } of PRESETS) assert.ok(messages.presets[id]?.name && messages.presets[id]?.about, id);
});
