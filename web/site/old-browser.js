/*
 * Shows the sentence for browsers in which the page cannot start: those that know no modules, those that do not understand the code of
 * main.js, and those that could not load it. Where the reason is no origin of its own, without which no module is loaded, it says that. This is the one script that must run in every browser, so it is written in the JavaScript
 * of 2009, and is no module.
 */
(function () {
  function tell() {
    var isReady = document.documentElement.getAttribute('data-ready') === 'true';
    var trouble = document.getElementById('trouble');
    // The page itself has said what is wrong.
    var isSaid = trouble !== null && !trouble.hasAttribute('hidden');
    var sentence = document.getElementById('old-browser');
    if (isReady || isSaid || sentence === null) return;
    if (self.origin === 'null')
      sentence.textContent =
        'This page cannot start here: it was opened as a file, or in a frame whose sandbox lacks \u201callow-same-origin\u201d. Add that, or use twin-neurons.html, the page as one file, which needs neither.';
    sentence.removeAttribute('hidden');
  }
  if (!('noModule' in document.createElement('script'))) tell();
  window.addEventListener('error', tell, true);
})();
