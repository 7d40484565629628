import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The command that runs exactly the pnpm this project is written for: the installed one when it has that version, else
 * npx, which fetches it once.
 * @param {string} packageManager as in package.json: `pnpm@<version>`
 * @returns {string[]} command and first arguments
 */
export function findPnpm(packageManager) {
  const version = packageManager.slice(packageManager.indexOf('@') + 1)
  const installed = spawnSync('pnpm', ['--version'], { encoding: 'utf8', timeout: 20_000 })
  if (installed.stdout?.trim() === version) return ['pnpm']
  const beside = join(dirname(process.execPath), 'npx')
  return [existsSync(beside) ? beside : 'npx', '--yes', packageManager]
}
