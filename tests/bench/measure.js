/**
 * Measuring: contestants take turns, round after round, so that what else the machine does meets all of them alike. The time is the
 * processor time of this process: where other programs share the cores it is far steadier than the clock.
 */

/** Nanoseconds, user and system together: only their sum is exact, the share of each is sampled by ticks. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/**
 * @typedef {object} Started
 * @property {(epochs: number) => unknown} train may return a promise
 * @property {() => number} [reported] nanoseconds an epoch of the last train(), where another process did the work
 * @property {() => string} [fingerprint] of the end of the last train(), which began at the start
 * @property {() => number} [loss]
 */
/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} note what it does otherwise than the others
 * @property {'ours' | 'native' | 'limit' | 'right-limit' | 'aside' | 'plain' | 'peer'} kind
 * @property {(work: import('./workloads.js').Workload) => Promise<Started | null>} start null: not for this work
 */
/** @typedef {{ name: string, note: string, kind: Contestant['kind'], epochs: number, times: number[], median: number, minimum: number, fingerprint: string | null }} Result times in ns an epoch */

/** Nanoseconds of processor time that a function takes. @param {() => unknown} work */
export async function processorTime(work) {
  const before = spent();
  await work();
  return spent() - before;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {Started} started @param {number} epochs */
async function timeOfEpoch(started, epochs) {
  const time = await processorTime(() => started.train(epochs));
  return started.reported ? started.reported() : time / epochs;
}

/**
 * Lets contestants do one work in rounds.
 * @param {readonly Contestant[]} contestants
 * @param {import('./workloads.js').Workload} work
 * @param {{ rounds: number, milliseconds: number, epochs?: number }} effort about so long a turn; `epochs` fixes the turns of those whose bits are compared
 * @returns {Promise<Result[]>} in the order of the contestants
 */
export async function race(contestants, work, { rounds, milliseconds, epochs: fixed }) {
  const runners = [];
  for (const contestant of contestants) {
    const started = await contestant.start(work);
    if (started)
      runners.push({ ...contestant, started, times: /** @type {number[]} */ ([]), epochs: await calibrate(started, milliseconds, fixed) });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const runner of runners) runner.times.push(await timeOfEpoch(runner.started, runner.epochs));
  }
  return runners.map(({ name, note, kind, epochs, times, started }) => ({
    name,
    note,
    kind,
    epochs,
    times,
    median: median(times),
    minimum: Math.min(...times),
    fingerprint: started.fingerprint?.() ?? null,
  }));
}

/**
 * Epochs that fill a turn, found by doubling; this also warms the just-in-time compilers up.
 * @param {Started} started @param {number} milliseconds @param {number | undefined} fixed
 */
async function calibrate(started, milliseconds, fixed) {
  if (fixed !== undefined && started.fingerprint) return fixed;
  for (let epochs = 1; ; epochs *= 2) {
    const total = epochs * (await timeOfEpoch(started, epochs));
    if (total >= milliseconds * 5e5) return Math.max(1, Math.round((epochs * milliseconds * 1e6) / total));
  }
}
