/** Whether somebody can see the page: its tab is in front, and in a frame also that the frame is in view. */

/**
 * @param {{ inFrame: boolean, onUnseen: () => void }} options onUnseen: it has just gone out of sight
 * @returns {{ isSeen: () => boolean }}
 */
export function watchSight({ inFrame, onUnseen }) {
  let inView = true;
  // What is told first is how things are, not a change: at that time a frame may have no size yet.
  let isTold = false;
  const isSeen = () => inView && !document.hidden;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) onUnseen();
  });
  if (inFrame) {
    new IntersectionObserver((entries) => {
      inView = entries[entries.length - 1].isIntersecting;
      if (!inView && isTold) onUnseen();
      isTold = true;
    }).observe(document.documentElement);
  }
  return { isSeen };
}
