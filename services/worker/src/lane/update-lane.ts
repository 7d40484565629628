import type { Database, Repositories } from '@abitly/database'
import { OVERFLOW } from '@abitly/queue'
import type { LaneHandler, LaneHead } from '@abitly/queue'
import { defineFault, describeError, isEnvironmental } from '@abitly/runtime'
import type { Clock } from '@abitly/runtime'
import type { Reply } from '../bot/reply.ts'
import type { UpdateHandler } from '../bot/update-handler.ts'
import { parseUpdate } from './parse-update.ts'

export interface UpdateLaneDependencies {
  botId: bigint
  database: Database
  bot: UpdateHandler
  send: LaneHandler<Reply>['send']
  clock: Clock
}

const heldDatabase = defineFault(
  'UPDATE_HELD_DATABASE',
  'The database ended the transaction of an update that took too long, while it answers others',
)
/** From here on the database's own limits (10 s a statement, 10 s idle, 15 s a transaction) may be what ended it. */
const LONG_MS = 9_000

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
      const replying = head.replyInProgress !== null
      const earlier = head.attempts > 1 || replying ? await rowOf(head) : null
      // Replies were under way already, an apology among them: the row has them, the update is not run again.
      if (earlier?.outcome === 'done' || (earlier !== null && replying)) return earlier.replies as Reply[]
      const startedAt = performance.now()
      try {
        return await database.transaction((repositories) => runUpdate(head, repositories, signal, deps))
      } catch (error) {
        if (!(error instanceof AlreadyHandled))
          throw await blame(error, performance.now() - startedAt, database)
        return ((await rowOf(head))?.replies ?? []) as Reply[]
      }
    },
    async bury(head, error) {
      const update = parseUpdate(head.json)
      const { chatId, replies } = bot.apology(update)
      const { type, code, message } = describeError(error)
      const reason = [code ?? type, message].join(': ').slice(0, 500)
      const recorded = await database.repositories.processedUpdates.record({
        ...{ botId, updateId: BigInt(head.updateId), chatId, outcome: 'dead', replies },
        ...{ update, error: reason, now: deps.clock.now() },
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
  const update = parseUpdate(head.json)
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

/**
 * A database that is away fails at once or answers nobody. One that ended this transaction after a long while and
 * answers a ping had trouble with this update: it is charged an attempt, or it would be tried for ever.
 */
async function blame(error: unknown, elapsedMs: number, database: Database): Promise<unknown> {
  if (!isEnvironmental(error) || elapsedMs < LONG_MS) return error
  const answers = await database.ping().then(
    () => true,
    () => false,
  )
  return answers ? heldDatabase({ about: `${Math.round(elapsedMs / 1000)} s` }) : error
}

/** The chat whose lane dropped updates, when this entry stands in for them. */
function overflowingChat(update: unknown): bigint | null {
  if (typeof update !== 'object' || update === null || !(OVERFLOW in update)) return null
  return BigInt(update[OVERFLOW] as number)
}
