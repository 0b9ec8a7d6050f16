/** What a slow tool has made of a content, kept so that it need not make it again: after a change of one file, only that one is minified. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class Made {
  /** @param {string} folder what is in it belongs to one step of the build */
  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    /** The tools are those of the lock file: another version may make something else. */
    this.tools = readFileSync('package-lock.json');
    /** @type {Set<string>} */
    this.used = new Set();
  }

  /**
   * @param {readonly (string | Buffer)[]} from all that decides what comes out, but for the version of the tool
   * @param {() => Promise<string>} make
   */
  async of(from, make) {
    const hash = createHash('sha256').update(this.tools);
    for (const part of from) hash.update(`${part.length}\0`).update(part);
    const name = hash.digest('hex');
    this.used.add(name);
    const path = join(this.folder, name);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    const text = await make();
    // Whole, or not there: a build may be stopped at any time.
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    return text;
  }

  /** Removes what was not asked for. */
  clean() {
    for (const name of readdirSync(this.folder)) if (!this.used.has(name)) rmSync(join(this.folder, name));
  }
}
