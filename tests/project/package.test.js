/** The package as someone's program sees it: its types resolve without ours, and its errors and constants are all there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as twinNeurons from 'twin-neurons';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PROGRAM = `
import { EngineError, ExperimentError, openLab, parameterNames, parseExperiment, withParameters, writeExperiment } from 'twin-neurons';
import type { Chain, Experiment, History, Lab, Run, SweepResult, Trace, TrainResult } from 'twin-neurons';

const lab: Lab = await openLab();
const experiment: Experiment = parseExperiment({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } });
const run: Run = lab.start(experiment);
const { step, loss, stopped }: TrainResult = run.train(10);
const numbers: number[] = [step, loss, run.get('w1'), run.firmness(1, 1, 2).lambda, ...run.parameters()];
const ended: 'diverged' | null = stopped;
const chain: Chain = run.chain('w1', 0);
const trace: Trace = run.trace(0);
const history: History = run.history();
const results: SweepResult[] = await lab.sweep(experiment, { seeds: [1, 2], steps: 1 });
const texts: string[] = [writeExperiment(withParameters(experiment, run.parameters())), ...parameterNames(experiment.network), run.fingerprint()];
// @ts-expect-error: steps are a number
run.train('10');
// @ts-expect-error: there is no such method
run.fit(10);
console.log(numbers, ended, chain.factors[0]?.symbol, trace.layers.length, history.steps.length, results.length, texts, EngineError, ExperimentError);
`;

test('the package exports what its description says, and nothing by default', () => {
  assert.deepEqual(Object.keys(twinNeurons).sort(), [
    'EngineError',
    'ExperimentError',
    'checkDevice',
    'judgeRun',
    'openLab',
    'parameterNames',
    'parseExperiment',
    'parseLink',
    'withParameters',
    'writeExperiment',
    'writeLink',
  ]);
});

test('the program in README.md runs and prints what it says', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const program = /^ {4}import \{ openLab \}[^]*?^ {4}lab\.close\(\);$/m.exec(readme)?.[0] ?? '';
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.match(stdout, /^0\.6931467970317775\n\[ \{ layer: 1, groups: \[ \[Array\] \], effective: 1 \} \]\n[0-9a-f]{16}\n$/);
});

const ELEMENT_PROGRAM = `
import 'twin-neurons/element';
import type { TwinNeuronsElement } from 'twin-neurons/element';
const made: TwinNeuronsElement = document.createElement('twin-neurons');
made.run(3);
const tag: JSX.IntrinsicElements['twin-neurons'] = { preset: 'tied', lesson: 3 };
// @ts-expect-error: there is no such attribute
const wrong: JSX.IntrinsicElements['twin-neurons'] = { presets: 'tied' };
console.log(tag, wrong);
`;

const COMMONJS_PROGRAM = `
import type { Lab } from 'twin-neurons' with { 'resolution-mode': 'import' };
async function main(): Promise<void> {
  const { openLab, ExperimentError } = await import('twin-neurons');
  const lab: Lab = await openLab();
  lab.close();
  throw new ExperimentError('data', 'is missing');
}
main();
`;

describe("a TypeScript program is checked by the package's own types", () => {
  /** @type {[string, { file: string, text: string, module: string, lib: string }][]} */
  const PROGRAMS = [
    ['in a page', { file: 'program.ts', text: PROGRAM, module: 'nodenext', lib: 'es2022,dom' }],
    ['with the element', { file: 'program.ts', text: ELEMENT_PROGRAM, module: 'nodenext', lib: 'es2022,dom,dom.iterable' }],
    [
      'that knows no web types',
      {
        file: 'program.ts',
        text: PROGRAM.replace('console.log(', 'export const seen = Array.of<unknown>('),
        module: 'nodenext',
        lib: 'es2022',
      },
    ],
    ['in CommonJS', { file: 'program.cts', text: COMMONJS_PROGRAM, module: 'node16', lib: 'es2022' }],
  ];
  for (const [what, { file, text, module, lib }] of PROGRAMS) {
    test(what, () => {
      const folder = mkdtempSync(join(tmpdir(), 'twin-neurons-types-'));
      try {
        mkdirSync(join(folder, 'node_modules'));
        symlinkSync(ROOT, join(folder, 'node_modules', 'twin-neurons'), 'dir');
        writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
        writeFileSync(join(folder, file), text);
        const options = ['--noEmit', '--strict', '--module', module, '--target', 'es2022', '--lib', lib, '--types', ''];
        const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, file], {
          cwd: folder,
          encoding: 'utf8',
        });
        assert.equal(stdout, '');
        assert.equal(status, 0);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  test('and says in a line what each name is', () => {
    const declarations = readFileSync(join(ROOT, 'dist/types/twin-neurons.d.ts'), 'utf8');
    const names = [...declarations.matchAll(/^export type (\w+)/gm)].map((match) => match[1]);
    assert.ok(names.length > 15);
    assert.deepEqual(
      names.filter((name) => !new RegExp(`^/\\*\\* [^\\n]+ \\*/\\nexport type ${name} `, 'm').test(declarations)),
      [],
    );
  });
});

test('classes have their names in errors and consoles, in Node and in the build for browsers', async () => {
  const forBrowsers = await import(new URL('../../dist/browser/twin-neurons.js', import.meta.url).href);
  for (const { EngineError, ExperimentError } of [twinNeurons, forBrowsers]) {
    assert.deepEqual([EngineError.name, ExperimentError.name], ['EngineError', 'ExperimentError']);
  }
  const lab = await twinNeurons.openLab();
  const run = lab.start({ network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } });
  assert.deepEqual([lab.constructor.name, run.constructor.name], ['Lab', 'Run']);
  lab.close();
});

test('the element can be imported where there is no page, and does nothing there', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', "await import('twin-neurons/element')"], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  assert.deepEqual([stdout, stderr], ['', '']);
});

describe('a package that was not copied whole', () => {
  const SWEEP = { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' } };

  /**
   * Imports the package from a folder of its own, with only some of its files.
   * @param {{ copied: string[], written?: Record<string, string> }} files
   * @param {(api: typeof twinNeurons, folder: string) => Promise<void>} use
   */
  async function withFiles({ copied, written = {} }, use) {
    const folder = mkdtempSync(join(tmpdir(), 'twin-neurons-files-'));
    try {
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      for (const file of ['twin-neurons.js', ...copied]) copyFileSync(join(ROOT, 'dist', file), join(folder, file));
      for (const [file, text] of Object.entries(written)) writeFileSync(join(folder, file), text);
      await use(await import(pathToFileURL(join(folder, 'twin-neurons.js')).href), folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('says which engine it cannot load', async () => {
    await withFiles({ copied: [] }, (api) => {
      return assert.rejects(api.openLab(), {
        name: 'EngineError',
        code: 'load-failed',
        message: /engine\.wasm\) could not be loaded: ENOENT/,
      });
    });
  });

  test('says which engine it cannot start', async () => {
    await withFiles({ copied: [], written: { 'engine.wasm': 'not a module' } }, (api) => {
      return assert.rejects(api.openLab(), { name: 'EngineError', code: 'load-failed', message: /engine\.wasm\) could not be started/ });
    });
  });

  for (const [
    what,
    files,
    code,
    message,
  ] of /** @type {[string, { copied: string[], written?: Record<string, string> }, string, RegExp][]} */ ([
    ['is missing', { copied: ['engine.wasm'] }, 'worker-failed', /3 worker threads of the sweep failed at seed \d+: Cannot find module/],
    ['ends', { copied: ['engine.wasm'], written: { 'sweep-worker.js': 'process.exit(3);' } }, 'worker-failed', /it ended with code 3/],
    [
      'throws',
      { copied: ['engine.wasm'], written: { 'sweep-worker.js': 'throw new Error("broken");' } },
      'worker-failed',
      /failed at seed \d+: broken/,
    ],
    ['finds no engine', { copied: ['engine.wasm', 'sweep-worker.js'] }, 'load-failed', /could not be loaded: ENOENT/],
  ])) {
    test(`ends a sweep with a sentence where its worker ${what}, and the lab goes on`, () => {
      return withFiles(files, async (api, folder) => {
        const lab = await api.openLab();
        rmSync(join(folder, 'engine.wasm'));
        await assert.rejects(lab.sweep(SWEEP, { seeds: [1, 4], steps: 1 }), { name: 'EngineError', code, message });
        assert.equal(lab.start(SWEEP).train(1).step, 1);
        lab.close();
      });
    });
  }
});
