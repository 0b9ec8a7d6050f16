/*
 * Shows the sentence for browsers in which the page cannot start: those that know no modules, those that do not understand the code of
 * main.js, and those that could not load it. This is the one script that must run in every browser, so it is written in the JavaScript
 * of 2009, and is no module.
 */
(function () {
  function tell() {
    var isReady = document.documentElement.getAttribute('data-ready') === 'true';
    var trouble = document.getElementById('trouble');
    // The page itself has said what is wrong.
    var isSaid = trouble !== null && !trouble.hasAttribute('hidden');
    var sentence = document.getElementById('old-browser');
    if (!isReady && !isSaid && sentence !== null) sentence.removeAttribute('hidden');
  }
  if (!('noModule' in document.createElement('script'))) tell();
  window.addEventListener('error', tell, true);
})();
