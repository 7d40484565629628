import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'

/** A Lua script loaded from `<name>-<number of keys>.lua`. */
export interface Script {
  readonly name: string
  readonly keyCount: number
  readonly source: string
  readonly sha: string
}

/** What a script answers: numbers, strings, nil, or lists of them. */
export type LuaReply = string | number | null | readonly LuaReply[]

/**
 * Reads a script.
 * @throws Error when the file name does not end in its number of keys
 */
export function loadScript(file: URL): Script {
  const match = /([a-z-]+)-(\d+)\.lua$/.exec(file.pathname)
  if (match === null)
    throw new Error(`A Lua file must be named <name>-<number of keys>.lua: ${file.pathname}`)
  const source = readFileSync(file, 'utf8')
  const sha = createHash('sha1').update(source).digest('hex')
  return { name: match[1] ?? '', keyCount: Number(match[2]), source, sha }
}

/**
 * Runs a script by its digest, and by its text where Redis has forgotten it (restart, failover).
 * @param onReload told in the second case: by then commands sent after this one have overtaken it
 */
export async function runScript(
  redis: Redis,
  script: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
  onReload?: () => void,
): Promise<LuaReply> {
  if (keys.length !== script.keyCount) {
    throw new Error(`Script ${script.name} takes ${script.keyCount} keys, got ${keys.length}`)
  }
  try {
    return (await redis.evalsha(script.sha, script.keyCount, ...keys, ...args)) as LuaReply
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    onReload?.()
    return (await redis.eval(script.source, script.keyCount, ...keys, ...args)) as LuaReply
  }
}
