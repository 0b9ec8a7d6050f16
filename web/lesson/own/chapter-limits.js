/** How large a teacher's chapter may be. */

/** The most that a chapter can be: what a stage shows well, and what a device trains while somebody waits. */
export const OWN_LIMITS = Object.freeze({
  title: 200,
  caption: 600,
  button: 40,
  option: 300,
  runs: 6,
  steps: 12,
  options: 6,
  trained: 20_000,
  units: 8,
  layers: 2,
  examples: 500,
  characters: 200_000,
});
