/**
 * What the page of one file carries inside itself: bytes, compressed (zlib's format) and written as text of 85 signs, five for four bytes: a quarter more,
 * where base64 takes a third. None of the signs ends a script or a string.
 */

/** In the order of their values. */
export const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=?@[]^_{}';

/**
 * @param {string} text how many of the last four bytes are there to fill them up, as a sign; then five signs for each four bytes
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(text) {
  const values = new Uint8Array(128);
  for (let sign = 0; sign < SIGNS.length; sign += 1) values[SIGNS.charCodeAt(sign)] = sign;
  const bytes = new Uint8Array(((text.length - 1) / 5) * 4);
  const words = new DataView(bytes.buffer);
  for (let at = 1; at < text.length; at += 5) {
    let word = 0;
    for (let sign = at; sign < at + 5; sign += 1) word = word * 85 + values[text.charCodeAt(sign)];
    words.setUint32(((at - 1) / 5) * 4, word);
  }
  const packed = bytes.subarray(0, bytes.length - Number(text[0]));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}
