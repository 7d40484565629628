import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

export type Environment = Readonly<Record<string, string | undefined>>

/** The environment of this process over that of a `.env` file. An empty variable counts as not given. */
export function readEnvironment(file: string, own: Environment): Environment {
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const given = Object.entries(own).filter(([, value]) => value !== undefined && value.trim() !== '')
  return { ...written, ...Object.fromEntries(given) }
}

/** Is at least one of these variables given? */
export function isGiven(env: Environment, ...names: readonly string[]): boolean {
  return names.some((name) => (env[name] ?? '').trim() !== '')
}
