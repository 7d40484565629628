import { z } from 'zod'

/** Small schemas of single variables. Messages say what is accepted and never repeat the value. */

export const text = z.string().trim()
export const optionalText = text.optional()

export function wholeNumber(defaultValue: number, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}) {
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`
  const message = `must be a whole number, ${range}`
  return z
    .string()
    .regex(/^\s*-?\d{1,15}\s*$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message)
    .default(defaultValue)
}

export function flag(defaultValue: boolean) {
  return z
    .string()
    .trim()
    .toLowerCase()
    .refine((value) => ['true', 'false', '1', '0', 'yes', 'no'].includes(value), 'must be true or false')
    .transform((value) => ['true', '1', 'yes'].includes(value))
    .default(defaultValue)
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T, defaultValue: T[number]) {
  const message = `must be one of ${values.join(', ')}`
  return z
    .string()
    .trim()
    .toLowerCase()
    .refine((value): value is T[number] => values.includes(value), message)
    .default(defaultValue)
}

export function address(protocols: readonly string[]) {
  const message = `must be an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}`
  return text.refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null
    return url !== null && protocols.includes(url.protocol.slice(0, -1))
  }, message)
}

export const port = wholeNumber(3000, { min: 1, max: 65_535 })
