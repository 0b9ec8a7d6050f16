/** The texts of the course packages. */

export const scormMessages = {
  /** What a course is called that has no title of its own. */
  course: 'Twin Neurons',
  unreported: 'This page is not in a learning platform, so nothing is reported.',
  /** {code} is the platform’s own number of the error. */
  refused: 'Your learning platform did not take what was reported (error {code}). Tell your teacher before you go on.',
};
