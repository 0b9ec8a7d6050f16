/**
 * What becomes of a small difference, said beforehand: where training begins, or goes on, firmness gives the factor a step, and the difference is drawn
 * ahead with it. What is measured afterwards goes along with that line or leaves it, for the factor itself changes while the network learns.
 */

import { EngineError } from '../../base/errors.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../drawing/chart-series.js').Point} Point */
/** @typedef {{ experiment: Snapshot['experiment'], layer: number, units: [number, number], step: number, distance: number, perStep: number }} Anchor where it was said */
/** @typedef {{ points: [Point, Point], step: number, perStep: number, left: number | null, isOver: boolean }} Predicted left: the first step at which the measured distance is off by more than a factor of 2; isOver: something was measured after it */

/** Firmness speaks of differences up to this. */
const SMALL = 1e-3;
/** The line is drawn as long as it stays between these: what is larger is no small difference, what is smaller is rounding's. */
const DRAWN = { least: 1e-17, most: 1 };
/** A prediction holds as long as the measured distance is within this factor of it. */
const FACTOR = 2;
/** Parameters times examples of what firmness is asked about. */
const MOST_WORK = 200_000;

/** @param {() => Pick<import('../../session/session.js').Session['inspect'], 'firmness'> | null} inspect null: as long as the session is being made; what it tells first is told before it is there */
export function createPrediction(inspect) {
  /** @type {Anchor | null} */
  let anchor = null;
  return {
    /** @param {Snapshot} snapshot @param {number} axisEnd @returns {(Predicted & Pick<Anchor, 'layer' | 'units'>) | null} */
    update(snapshot, axisEnd) {
      if (anchor?.experiment !== snapshot.experiment || anchor.step > snapshot.presentStep) anchor = null;
      const begins =
        snapshot.event === 'started' ||
        snapshot.event === 'retuned' ||
        (snapshot.event !== null && snapshot.step === 0 && !snapshot.scrubbed);
      if (begins) anchor = anchorAt(snapshot, inspect);
      return anchor && { layer: anchor.layer, units: anchor.units, ...predicted(anchor, axisEnd) };
    },
  };
}

/**
 * @param {Snapshot} snapshot
 * @param {Parameters<typeof createPrediction>[0]} inspect
 * @returns {Anchor | null} null where there is no small difference, or nothing can be said of it
 */
function anchorAt({ experiment, verdicts, step, names, data }, inspect) {
  const near = verdicts.flatMap(({ nearest }) => (nearest !== null && nearest.distance <= SMALL ? [nearest] : []))[0];
  const engine = inspect();
  if (near === undefined || engine === null || names.length * data.x.length > MOST_WORK) return null;
  const { layer, units, distance } = near;
  try {
    return { experiment, layer, units, step, distance, perStep: Math.abs(engine.firmness(layer, ...units).perStep) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return null;
  }
}

/**
 * @param {Anchor} anchor
 * @param {number} axisEnd
 * @returns {Predicted}
 */
export function predicted({ step, distance, perStep }, axisEnd) {
  const rate = Math.log(perStep);
  const room = rate === 0 ? Infinity : Math.log((rate > 0 ? DRAWN.most : DRAWN.least) / distance) / rate;
  const steps = Math.max(0, Math.min(axisEnd - step, room));
  const end = { x: step + steps, y: distance * Math.exp(rate * steps) };
  return { points: [{ x: step, y: distance }, end], step, perStep, left: null, isOver: false };
}

/**
 * How long a prediction held, by what was measured.
 * @param {Predicted} prediction
 * @param {readonly Point[]} measured the distance along the run
 * @returns {Predicted}
 */
export function held(prediction, measured) {
  const [{ x: from, y: distance }] = prediction.points;
  const after = measured.filter(({ x }) => x > from);
  const rate = Math.log(prediction.perStep);
  const isOff = (/** @type {Point} */ { x, y }) => !(Math.abs(Math.log(y / distance) - rate * (x - from)) <= Math.log(FACTOR));
  return { ...prediction, left: after.find(isOff)?.x ?? null, isOver: after.length > 0 };
}
