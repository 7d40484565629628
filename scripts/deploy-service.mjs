/**
 * Puts one service, with what it needs in production and nothing else, into a folder of its own, for its image.
 *
 *   node scripts/deploy-service.mjs ingress|worker|scheduler|cli <folder>
 *
 * Everything must be built; pnpm of the version in package.json must be on the PATH, or npx.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPnpm } from './bootstrap/pnpm.mjs'

const SERVICES = ['ingress', 'worker', 'scheduler', 'cli']
const [service, folder] = process.argv.slice(2)
if (!SERVICES.includes(service) || folder === undefined) {
  process.stderr.write(`Usage: node scripts/deploy-service.mjs ${SERVICES.join('|')} <folder>\n`)
  process.exit(2)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const target = resolve(folder)
const [command, ...first] = findPnpm(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager,
)
// --legacy: the workspace keeps its packages linked, which only this implementation accepts.
const args = [...first, `--filter=@abitly/${service}`, 'deploy', '--prod', '--legacy', target]
const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
if (status !== 0) process.exit(1)

const modules = join(target, 'node_modules/@abitly')
const ROOMS = ['database', 'domain', 'queue', 'runtime', 'schedule', 'telegram', 'text', 'watchdog']
const packages = ROOMS.map((name) => join(modules, name))
const copies = packages.filter((path) => existsSync(path)).map((path) => realpathSync(path))
for (const copy of [target, ...copies]) {
  for (const name of ['src', 'tsconfig.json', 'dist/.tsbuildinfo'])
    rmSync(join(copy, name), { recursive: true, force: true })
}
const database = copies.find((path) => path.endsWith('@abitly/database'))
if (database !== undefined) {
  // Compiled code of @abitly/database looks for migrations and catalogue two folders above its package.
  cpSync(join(root, 'prisma'), join(dirname(dirname(database)), 'prisma'), { recursive: true })
}
