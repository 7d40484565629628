import { badRequest } from './refusal.ts'

/** Parameters of a call: text from a form or a query, any JSON value from a JSON body. */
export type Args = Record<string, unknown>

/** The parameter as text; '' when absent. A JSON value becomes its JSON text, as in the official server. */
export function text(args: Args, name: string): string {
  const value = args[name]
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A whole number; anything else counts as absent. */
export function integer(args: Args, name: string): number | undefined {
  const digits = /^\s*[+-]?\d+/.exec(text(args, name))?.[0]
  const value = Number(digits)
  return digits === undefined || !Number.isSafeInteger(value) ? undefined : value
}

/** `integer` forced between two bounds, which is what the official server does with limits. */
export function clamped(args: Args, name: string, fallback: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, integer(args, name) ?? fallback))
}

export function flag(args: Args, name: string): boolean {
  return ['true', 'yes', '1'].includes(text(args, name).toLowerCase())
}

/** A JSON parameter: already parsed in a JSON body, text in a form. `undefined` when absent. */
export function json(args: Args, name: string, complaint: string): unknown {
  const value = args[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    throw badRequest(complaint)
  }
}

/** The parameter as an object, or `undefined` when it is something else. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
