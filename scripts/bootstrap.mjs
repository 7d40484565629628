/**
 * `npm start`, `npm test`, `npm run bench`: everything a fresh clone needs, then the thing itself. Plain JavaScript
 * without dependencies, because nothing is installed yet.
 *
 *   node scripts/bootstrap.mjs start|test|bench [arguments]
 *   node scripts/bootstrap.mjs prepare                     only installs and builds
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeProblem } from './bootstrap/node-version.mjs'
import { findPnpm } from './bootstrap/pnpm.mjs'
import { runToEnd } from './bootstrap/run-to-end.mjs'
import { runStep } from './bootstrap/step.mjs'
import { buildPrint, installPrint, isBuilt, isCurrent, remember } from './bootstrap/unchanged.mjs'

/** What each command runs in the end, directly by node: a signal must not get lost in a package manager. */
const TARGETS = {
  start: ['tools/stack/dist/main.js'],
  test: ['--import', './scripts/bootstrap/end-with-parent.mjs', 'node_modules/vitest/vitest.mjs', 'run'],
  bench: ['bench/dist/main.js'],
  prepare: [],
}

const INSTALL_ADVICE =
  'Is the npm registry reachable from here? If package.json was changed, run `npx pnpm install` and keep the lockfile.'
const BUILD_ADVICE = 'The messages above name file and line. Mend them and run the command again.'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const [mode, ...args] = process.argv.slice(2)
const target = TARGETS[mode]
const problem =
  nodeProblem(process.versions.node) ??
  (target === undefined ? `Usage: node scripts/bootstrap.mjs ${Object.keys(TARGETS).join('|')}` : undefined)

if (problem === undefined) {
  await prepare()
  if (target.length > 0) process.exitCode = await runToEnd([...target, ...args])
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}

/** Installs and builds; each only when something has changed since the last time. */
async function prepare() {
  const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'))
  const wanted = installPrint()
  if (!isCurrent('install', wanted)) {
    await runStep(
      'Install packages',
      findPnpm(packageManager),
      ['install', '--frozen-lockfile'],
      INSTALL_ADVICE,
    )
    remember('install', wanted)
  }
  const sources = buildPrint()
  if (!isCurrent('build', sources) || !isBuilt()) {
    await runStep('Build', findPnpm(packageManager), ['run', 'build'], BUILD_ADVICE)
    remember('build', sources)
  }
}
