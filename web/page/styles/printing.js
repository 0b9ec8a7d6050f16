/**
 * The page on paper: black on white, whatever the theme, with the charts drawn in those colors and their tables open. page/styles/print.css says what is left
 * out; here is what a style cannot do. After printing everything is as it was.
 */

/** As much fits beside each other on the narrower of A4 and letter paper, in CSS pixels. */
const PAPER_WIDTH = 660;

/**
 * @param {{ signal: AbortSignal, recolor: () => void }} options signal: the page is left for one in another language; recolor: draws the charts anew
 */
export function preparePrinting({ signal, recolor }) {
  const { dataset } = document.documentElement;
  /** What takes back what was done for the paper. @type {(() => void)[]} */
  let after = [];

  const before = () => {
    const { theme } = dataset;
    dataset.theme = 'light';
    recolor();
    after.push(() => {
      if (theme === undefined) delete dataset.theme;
      else dataset.theme = theme;
      recolor();
    });
    // The fields of the drawing stand where its width on the screen has put them.
    const stage = /** @type {HTMLElement | null} */ (document.querySelector('.stage'));
    if (stage !== null && stage.clientWidth > 0) {
      const width = stage.clientWidth;
      stage.style.width = `${width}px`;
      stage.style.setProperty('zoom', String(Math.min(1, PAPER_WIDTH / width)));
      after.push(() => ['width', 'zoom'].forEach((property) => stage.style.removeProperty(property)));
    }
    for (const button of document.querySelectorAll('.chart [aria-expanded="false"]')) {
      if (!(button instanceof HTMLButtonElement) || button.hidden) continue;
      button.click();
      after.push(() => button.click());
    }
  };
  const done = () => {
    for (const undo of after.reverse()) undo();
    after = [];
  };
  addEventListener('beforeprint', before, { signal });
  addEventListener('afterprint', done, { signal });
}
