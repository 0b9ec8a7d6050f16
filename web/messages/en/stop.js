/** Texts of the panel "When to stop". */

export const stopMessages = {
  intro: 'Training pauses by itself after the steps per Train, or earlier, at the very step at which one of these comes true.',
  lossBelow: 'Loss J below',
  wrongLimit: 'Type a number above 0, up to 1,000,000.',
  parting: 'Two neurons part',
  partingHint: 'Two neurons that were equal, or looked so, then differ in the digits shown. Neurons apart from the start do not count.',
};
