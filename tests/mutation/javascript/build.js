/**
 * Builds the package once more from the files of web/ beside it: Stryker's build command, run in its copy of the project, where those files
 * hold all mutants. What the tests import as 'twin-neurons' then is mutated, too.
 */
import { build } from 'esbuild';

await build({
  entryPoints: ['web/twin-neurons.js', 'web/command.js', 'web/engine/sweep-worker.js'],
  outdir: 'dist',
  entryNames: '[name]',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['module', 'main'],
  external: ['node:*'],
  allowOverwrite: true,
  logLevel: 'warning',
});
