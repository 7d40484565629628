import type { Redis } from '@abitly/runtime'

/** Counts the scripts that run through a client: what a send costs Redis. */
export function countScripts(redis: Redis): { redis: Redis; count(): number } {
  let count = 0
  const counting = instead(redis, {
    evalsha: (...args) => {
      count += 1
      return redis.evalsha(...args)
    },
  })
  return { redis: counting, count: () => count }
}

/** A clock for the scripts, in microseconds. */
export interface ScriptClock {
  now: number
}

/**
 * Runs every script with another clock in the place of `TIME`, which is the only line of it that changes. The scripts
 * themselves take no time from a caller: in production nobody can hand them a wrong one.
 */
export function withClock(redis: Redis, clock: ScriptClock): Redis {
  return instead(redis, {
    // `runScript` then hands over the text.
    evalsha: () => Promise.reject(new Error('NOSCRIPT')),
    eval: (source, keyCount, ...rest) => {
      const time = [Math.floor(clock.now / 1e6), clock.now % 1e6]
      return redis.eval(clockFromArguments(source), keyCount, ...rest, ...time)
    },
  })
}

function clockFromArguments(source: string): string {
  const changed = source.replace(`redis.call('TIME')`, '{ ARGV[#ARGV - 1], ARGV[#ARGV] }')
  if (changed === source) throw new Error('The script reads no clock')
  return changed
}

type Script = (script: string, keyCount: number, ...rest: (string | number)[]) => Promise<unknown>

function instead(redis: Redis, replaced: { evalsha?: Script; eval?: Script }): Redis {
  return new Proxy(redis, {
    get(target, name) {
      const value: unknown = Reflect.get(replaced, name) ?? Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
