/** What is dragged gets the pointer's events wherever the pointer goes. */

/**
 * @param {Element} held
 * @param {number} pointerId
 */
export function capturePointer(held, pointerId) {
  try {
    held.setPointerCapture(pointerId);
  } catch (error) {
    // The pointer has gone since its event was made: a finger that was lifted, or an event that a program made. There is nothing to follow.
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}
