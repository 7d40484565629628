/**
 * Runs the steps of the Dockerfile without an engine, for each service: deploys it into a temporary folder and starts
 * it there with nothing configured. It must load all its code and refuse by naming what is missing.
 *
 *   node scripts/image-check.mjs [service ...]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DEPLOY = fileURLToPath(new URL('deploy-service.mjs', import.meta.url))
/** What each says, and its exit code, when it is started with nothing. */
const EXPECTED = {
  ingress: { args: [], status: 1, output: /BOT_TOKEN: is required/ },
  worker: { args: [], status: 1, output: /BOT_TOKEN: is required/ },
  scheduler: { args: [], status: 1, output: /BOT_TOKEN: is required/ },
  cli: { args: ['help'], status: 0, output: /migrate/ },
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(EXPECTED)
const folder = mkdtempSync(join(tmpdir(), 'abitly-image-'))
try {
  for (const service of wanted) check(service, EXPECTED[service])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function check(service, { args, status, output }) {
  const target = join(folder, service)
  const deployed = spawnSync(process.execPath, [DEPLOY, service, target], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const env = { PATH: process.env.PATH }
  const started = spawnSync(process.execPath, ['dist/main.js', ...args], {
    cwd: target,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })
  const said = `${started.stdout}${started.stderr}`
  const fine = deployed.status === 0 && started.status === status && output.test(said)
  process.stdout.write(
    `${service}: ${fine ? 'loads and says what it needs' : `exit code ${started.status}\n${said}`}\n`,
  )
  if (!fine) process.exitCode = 1
}
