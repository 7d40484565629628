import type { Database, Repositories } from '@abitly/database'
import { OVERFLOW } from '@abitly/queue'
import type { LaneHandler, LaneHead } from '@abitly/queue'
import { describeError } from '@abitly/runtime'
import type { Clock } from '@abitly/runtime'
import type { Reply } from '../bot/reply.ts'
import type { UpdateHandler } from '../bot/update-handler.ts'

export interface UpdateLaneDependencies {
  botId: bigint
  database: Database
  bot: UpdateHandler
  send: LaneHandler<Reply>['send']
  clock: Clock
}

/** Somebody else has committed this update while we ran it: our transaction rolls back, theirs counts. */
class AlreadyHandled extends Error {}

/**
 * What happens to an update of a lane: one transaction, whose last statement is the row that says it is done and
 * holds its replies. Running it again finds the row and changes nothing.
 */
export function createUpdateLane(deps: UpdateLaneDependencies): LaneHandler<Reply> {
  const { botId, database, bot } = deps
  const rowOf = (head: LaneHead) => database.repositories.processedUpdates.find(botId, BigInt(head.updateId))
  return {
    async handle(head, signal) {
      const earlier = head.attempts > 1 ? await rowOf(head) : null
      if (earlier?.outcome === 'done') return earlier.replies as Reply[]
      try {
        return await database.transaction((repositories) => runUpdate(head, repositories, signal, deps))
      } catch (error) {
        if (!(error instanceof AlreadyHandled)) throw error
        return ((await rowOf(head))?.replies ?? []) as Reply[]
      }
    },
    async bury(head, error) {
      const update: unknown = JSON.parse(head.json)
      const { chatId, replies } = bot.apology(update)
      const { type, code, message } = describeError(error)
      const recorded = await database.repositories.processedUpdates.record({
        botId,
        updateId: BigInt(head.updateId),
        chatId,
        outcome: 'dead',
        replies,
        update,
        error: [code ?? type, message].join(': ').slice(0, 500),
        now: deps.clock.now(),
      })
      // The last attempt may have committed before its process died: then its replies are what is due.
      return recorded ? replies : (((await rowOf(head))?.replies ?? []) as Reply[])
    },
    send: deps.send,
  }
}

async function runUpdate(
  head: LaneHead,
  repositories: Repositories,
  signal: AbortSignal,
  { botId, bot, clock }: UpdateLaneDependencies,
): Promise<readonly Reply[]> {
  const update: unknown = JSON.parse(head.json)
  const overflow = overflowingChat(update)
  const { chatId, replies } =
    overflow === null ? await bot.handle(update, repositories, signal) : bot.tooFast(overflow)
  const fresh = await repositories.processedUpdates.record({
    botId,
    updateId: BigInt(head.updateId),
    chatId,
    outcome: 'done',
    replies,
    now: clock.now(),
  })
  if (!fresh) throw new AlreadyHandled()
  return replies
}

/** The chat whose lane dropped updates, when this entry stands in for them. */
function overflowingChat(update: unknown): bigint | null {
  if (typeof update !== 'object' || update === null || !(OVERFLOW in update)) return null
  return BigInt(update[OVERFLOW] as number)
}
