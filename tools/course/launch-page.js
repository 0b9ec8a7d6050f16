/** The small page that a learning platform opens for a part of the course: a frame for the page of one file, and a line for what has to be said. */
import { escapeXml } from './manifest.js';

/** @typedef {import('./parts.js').CoursePart} CoursePart */

const STYLE =
  'html,body{height:100%;margin:0}body{display:flex;flex-direction:column}iframe{flex:1;border:0}p{margin:0;padding:.5rem 1rem;font:1rem/1.4 system-ui,sans-serif}';

/**
 * @param {CoursePart} part
 * @param {{ version: string, language: string, texts: { unreported: string, refused: string } }} options version: of SCORM
 */
export function writeLaunchPage({ title, page, chapter, asks, isJudged }, { version, language, texts: { unreported, refused } }) {
  const told = JSON.stringify({ version, page, chapter, asks, isJudged, texts: { unreported, refused } });
  return [
    '<!doctype html>',
    `<html lang="${language}" data-part="${escapeXml(told)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<iframe title="${escapeXml(title)}" allow="clipboard-write"></iframe>`,
    '<p role="status" hidden></p>',
    '<script src="scorm.js"></script>',
    '',
  ].join('\n');
}
