/** A reporter of node:test, for a test file that is run by itself: it ends the run at the first test that fails, since more would tell no more. */

/** @param {AsyncIterable<{ type: string }>} events */
export default async function* firstFailure(events) {
  for await (const { type } of events) if (type === 'test:fail') process.exit(1);
  yield '';
}
