/** Files that are dropped onto the page: taken where a part of it can use them, and never opened in its place. */

/** @param {DragEvent} event */
const hasFile = (event) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * @param {HTMLElement} zone
 * @param {(files: File[]) => void} onDrop
 */
export function acceptDrops(zone, onDrop) {
  zone.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    zone.classList.add('drop-here');
  });
  for (const name of /** @type {const} */ (['dragleave', 'drop'])) zone.addEventListener(name, () => zone.classList.remove('drop-here'));
  zone.addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    onDrop([...(event.dataTransfer?.files ?? [])]);
  });
}

/**
 * A browser opens what is dropped where nothing takes it, and the page with all of its work is gone.
 * @param {AbortSignal | undefined} signal ends it
 * @param {() => void} onStray says where files can be dropped
 */
export function refuseStrayDrops(signal, onStray) {
  document.addEventListener('dragover', (event) => hasFile(event) && event.preventDefault(), { signal });
  document.addEventListener(
    'drop',
    (event) => {
      if (!hasFile(event) || event.defaultPrevented) return;
      event.preventDefault();
      onStray();
    },
    { signal },
  );
}
