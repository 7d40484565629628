import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** `$REDIS_SERVER_BIN`, `redis-server`, `valkey-server`: the first that exists, or undefined. */
export function findRedis(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['REDIS_SERVER_BIN']
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given
    throw new Error(`REDIS_SERVER_BIN is no file that can be run: ${given}`)
  }
  const folders = (env['PATH'] ?? '').split(delimiter)
  return ['redis-server', 'valkey-server']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isExecutable)
}

/**
 * Installs Redis where that is a matter of seconds and leaves nothing running: Debian or Ubuntu, as root, without
 * systemd (with it the package would start a service of its own).
 * @returns the binary, or undefined where this is not the place for it or it did not work
 */
export async function installRedis(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const here =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && !existsSync('/run/systemd/system')
  if (!here) return undefined
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 180_000 }
  const install = ['install', '-y', '--no-install-recommends', 'redis-server']
  try {
    // The package lists of a fresh image are missing or old.
    await run('apt-get', install, options).catch(async () => {
      await run('apt-get', ['update'], options)
      await run('apt-get', install, options)
    })
    return findRedis(env)
  } catch {
    return undefined
  }
}

/** The last resort: downloads Redis and compiles it (needs make and a C compiler, takes a minute, once). */
export async function compileRedis(): Promise<string | undefined> {
  try {
    const { RedisBinary } = await import('redis-memory-server')
    return await RedisBinary.getPath()
  } catch {
    return undefined
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
