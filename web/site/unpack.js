/** What the page of one file carries inside itself: bytes, compressed (zlib's format) and written in base64. */

/**
 * @param {string} text
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(text) {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}
