import { POLLING_LOCK, createLease, describeLockHolder, systemClock } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import type { Command, Io } from '../command.ts'
import { withRedis } from '../connect.ts'

/** Frees the polling lock of a process that can no longer do it itself. */
export const releaseLock: Command = {
  name: 'release-lock',
  usage: '[--yes]',
  summary: 'show who holds the polling lock, and free it after a confirmation',
  async run(args, io) {
    if (args.every((arg) => arg === '--yes')) {
      return await withRedis(io.env, (redis) => release(redis, args.includes('--yes'), io))
    }
    io.err(`Usage: pnpm abitly release-lock ${releaseLock.usage}`)
    return 2
  },
}

async function release(redis: Redis, confirmed: boolean, io: Io): Promise<number> {
  const holder = await redis.get(POLLING_LOCK)
  if (holder === null) {
    io.out('No lock is held.')
    return 0
  }
  await show(holder, redis, io)
  if (!confirmed && io.ask === undefined) {
    io.err('Nobody is here to confirm it: to free the lock without a question, add --yes.')
    return 2
  }
  if (!confirmed && (await io.ask?.('Type yes to free it: '))?.trim() !== 'yes') {
    io.out('Nothing was changed.')
    return 1
  }
  return await free(holder, redis, io)
}

async function show(holder: string, redis: Redis, io: Io): Promise<void> {
  const leftMs = await redis.pttl(POLLING_LOCK)
  io.out(`The polling lock is held by ${describeLockHolder(holder, systemClock.now())}.`)
  io.out(
    leftMs < 0
      ? 'It never ends by itself.'
      : `It ends by itself in ${Math.ceil(leftMs / 1_000)} s, unless that process renews it.`,
  )
  io.out('If that process still runs, it stops polling and ends.')
}

/** Only this holder's lock: while somebody was typing, another may have taken it. */
async function free(holder: string, redis: Redis, io: Io): Promise<number> {
  if (await createLease(redis, POLLING_LOCK, holder, 1).release()) {
    io.out('The lock is free.')
    return 0
  }
  io.err('The lock has changed hands meanwhile. Nothing was changed.')
  return 1
}
