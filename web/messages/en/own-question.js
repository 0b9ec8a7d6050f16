/** The texts of the teacher's page that makes a link of a chapter of one's own. */

export const ownQuestionMessages = {
  title: 'A question of your own',
  lead: 'Write a chapter as a JSON file (docs/course.md says how), and choose it here, or paste its text. You get a link that opens it beside our questions. All of it is in the link; nothing is sent anywhere.',
  choose: 'File of the chapter',
  paste: 'Or its text',
  make: 'Make the link',
  /** @type {(title: string) => string} */
  made: (title) => `The link opens \u201c${title}\u201d:`,
  copy: 'Copy the link',
  copied: 'Copied.',
  copyRefused: 'The link is selected: copy it by hand.',
  toPage: 'To the lesson and the lab',
};
