import type { Redis } from '@abitly/runtime'

/** What a Redis has done since it started. */
export interface RedisLoad {
  /** Scripts run for clients. */
  scripts: number
  /** Processor time, in microseconds. */
  cpuUs: number
}

/** Reads Redis' own counters. */
export async function readLoad(redis: Redis): Promise<RedisLoad> {
  const [commands, cpu] = await Promise.all([redis.info('commandstats'), redis.info('cpu')])
  const runs = [...commands.matchAll(/^cmdstat_(?:eval|evalsha|fcall):calls=(\d+)/gm)]
  const seconds = [...cpu.matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gm)]
  return { scripts: sum(runs), cpuUs: sum(seconds) * 1_000_000 }
}

export async function usedMemory(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1])
}

function sum(matches: RegExpMatchArray[]): number {
  return matches.reduce((total, match) => total + Number(match[1]), 0)
}
