import { DEFAULT_KINDS, UPDATE_KINDS } from '../../delivery/update.ts'
import type { Args } from '../args.ts'

/**
 * The parameter `allowed_updates`: absent or unreadable keeps the previous list (`undefined`), an empty list or one
 * without a known name means the default.
 */
export function readAllowedUpdates(args: Args): readonly string[] | undefined {
  const given = parsed(args['allowed_updates'])
  if (!Array.isArray(given) || given.some((name) => typeof name !== 'string')) return undefined
  const wanted = new Set(given.map((name: string) => name.toLowerCase()))
  const known = UPDATE_KINDS.filter((kind) => wanted.has(kind))
  return known.length === 0 ? DEFAULT_KINDS : known
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return undefined
  }
}

export function isDefault(kinds: readonly string[]): boolean {
  return kinds.length === DEFAULT_KINDS.length && kinds.every((kind) => DEFAULT_KINDS.includes(kind))
}
