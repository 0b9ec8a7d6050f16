/** Running Python programs in tests: all of them in one interpreter, since importing a library takes longer than a run. */
import { execFile, execFileSync } from 'node:child_process';

/** Debian's own, which sees Debian's packages. */
const PYTHON = '/usr/bin/python3';

/** Reads programs from standard input as a JSON list, and writes what each printed as another. */
const DRIVER = `
import contextlib, io, json, sys
printed = []
for program in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
`;

/** Reads programs likewise, and says of each whether it is Python at all. */
const SYNTAX_CHECK = `
import ast, json, sys
for program in json.load(sys.stdin):
    ast.parse(program)
json.dump("all of it is Python", sys.stdout)
`;

/**
 * @param {string} name
 * @returns {boolean} whether Python here can import it
 */
export function hasModule(name) {
  try {
    execFileSync(PYTHON, ['-c', `import ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} driver
 * @param {readonly string[]} programs
 * @returns {Promise<any>}
 */
function run(driver, programs) {
  return new Promise((resolve, reject) => {
    const child = execFile(PYTHON, ['-c', driver], { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`Python: ${stderr}`));
      else resolve(JSON.parse(stdout));
    });
    child.stdin?.end(JSON.stringify(programs));
  });
}

/**
 * What each program prints: the loss, and the parameters by their names.
 * @param {readonly string[]} programs
 * @returns {Promise<{ loss: number, steps: number, parameters: Record<string, number> }[]>}
 */
export async function runPrograms(programs) {
  /** @type {string[]} */
  const printed = await run(DRIVER, programs);
  return printed.map((text) => {
    const [first, ...rest] = text.trim().split('\n');
    const [, loss, steps] = /^J = (\S+) after (\d+) steps$/.exec(first) ?? [];
    return {
      loss: Number(loss),
      steps: Number(steps),
      parameters: Object.fromEntries(rest.map((line) => line.split(' = ')).map(([name, value]) => [name, Number(value)])),
    };
  });
}

/** @param {readonly string[]} programs */
export function checkSyntax(programs) {
  return run(SYNTAX_CHECK, programs);
}
