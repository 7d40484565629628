import { inspect } from 'node:util'
import { pause } from '@abitly/runtime'

export interface WaitOptions {
  /** What is awaited, as the end of the sentence "Waited 5000 ms for ...". */
  readonly what: string
  /** Default: 5 000. */
  readonly timeoutMs?: number
  /** Time between two looks, in milliseconds. Default: 20. */
  readonly intervalMs?: number
}

/**
 * Polls until `condition` gives something truthy and returns it. A condition that throws is not met yet.
 * @throws Error naming what was awaited and the last value or error
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 5_000, intervalMs = 20 }: WaitOptions,
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const last = await attempt(condition)
    if ('value' in last && last.value) return last.value
    if (Date.now() >= deadline) {
      const seen =
        'error' in last
          ? `it threw ${String(last.error)}`
          : `last value: ${inspect(last.value, { depth: 3 })}`
      throw new Error(
        `Waited ${timeoutMs} ms for ${what}; ${seen}`,
        'error' in last ? { cause: last.error } : {},
      )
    }
    await pause(intervalMs)
  }
}

async function attempt<T>(condition: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await condition() }
  } catch (error) {
    return { error }
  }
}
