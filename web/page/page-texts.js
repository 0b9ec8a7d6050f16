/** The page's fixed texts in its language; index.html has those that must be there without JavaScript. */

import { byId, setText } from '../ui/dom.js';

/** @param {{ id: string, messages: import('../messages/en/shell.js').ShellMessages }} language */
export function writePageTexts({ id: languageId, messages }) {
  document.documentElement.lang = languageId;
  document.title = messages.title;
  document.querySelector('meta[name="description"]')?.setAttribute('content', messages.description);
  setText(byId('question'), messages.question);
  const labels = {
    presets: messages.presetsLabel,
    network: messages.networkLabel,
    results: messages.resultsLabel,
    setup: messages.setupLabel,
    controls: messages.controlsLabel,
  };
  for (const [id, label] of Object.entries(labels)) byId(id).setAttribute('aria-label', label);
  setText(byId('answer-path'), messages.answerPath);
}
