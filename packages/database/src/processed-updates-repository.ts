import type { Tx } from './client.ts'

/** 'dead': gave up on it, the row is the dead letter. */
export type UpdateOutcome = 'done' | 'dead'

/** What became of an update. */
export interface ProcessedUpdate {
  outcome: UpdateOutcome
  /** Replies as data, in order. */
  replies: unknown[]
}

/** The row that ends the transaction of an update. */
export interface UpdateRecord {
  botId: bigint
  updateId: bigint
  /** Null for updates that belong to no chat. */
  chatId: bigint | null
  outcome: UpdateOutcome
  replies: readonly unknown[]
  /** The update itself; kept for dead letters only. */
  update?: unknown
  /** Why it died: a code and a message without personal data. */
  error?: string
  now: Date
}

/** A dead letter. */
export interface DeadUpdate {
  botId: bigint
  updateId: bigint
  chatId: bigint | null
  update: unknown
  error: string | null
  at: Date
}

/** Updates that were handled (`processed_updates`): the exact guarantee against handling one twice. */
export interface ProcessedUpdatesRepository {
  find(botId: bigint, updateId: bigint): Promise<ProcessedUpdate | null>
  /**
   * One statement. False when a 'done' row exists already (roll back: somebody else has handled it);
   * a 'dead' row is taken over.
   */
  record(record: UpdateRecord): Promise<boolean>
  /** Dead letters, oldest first. */
  dead(limit: number): Promise<DeadUpdate[]>
  countDead(): Promise<number>
  /** One dead letter, for a replay; its row stays until the replay's `record` takes it over. */
  takeDead(botId: bigint, updateId: bigint): Promise<DeadUpdate | null>
  /** Removes an operator's dead letter for good; false when there is none. */
  dropDead(botId: bigint, updateId: bigint): Promise<boolean>
  /** Deletes 'done' rows older than `before`, in chunks; returns how many. */
  purge(before: Date): Promise<number>
}

const PURGE_CHUNK = 1_000

export function createProcessedUpdatesRepository(tx: Tx): ProcessedUpdatesRepository {
  return {
    find: async (botId, updateId) => {
      const [row] = await tx.$queryRaw<ProcessedUpdate[]>`
        SELECT outcome, replies FROM processed_updates WHERE bot_id = ${botId} AND update_id = ${updateId}`
      return row ?? null
    },
    record: async (record) => (await insertOrTakeOver(tx, record)) === 1,
    dead: (limit) => tx.$queryRaw<DeadUpdate[]>`
      SELECT bot_id AS "botId", update_id AS "updateId", telegram_chat_id AS "chatId", update, error, created_at AS at
        FROM processed_updates WHERE outcome = 'dead' ORDER BY created_at, update_id LIMIT ${limit}`,
    countDead: () => tx.processedUpdate.count({ where: { outcome: 'dead' } }),
    takeDead: async (botId, updateId) => {
      const [row] = await tx.$queryRaw<DeadUpdate[]>`
        SELECT bot_id AS "botId", update_id AS "updateId", telegram_chat_id AS "chatId", update, error,
               created_at AS at
          FROM processed_updates
         WHERE bot_id = ${botId} AND update_id = ${updateId} AND outcome = 'dead'`
      return row ?? null
    },
    dropDead: async (botId, updateId) => {
      const { count } = await tx.processedUpdate.deleteMany({ where: { botId, updateId, outcome: 'dead' } })
      return count === 1
    },
    purge: (before) => purge(tx, before),
  }
}

function insertOrTakeOver(tx: Tx, record: UpdateRecord): Promise<number> {
  const { botId, updateId, chatId, outcome, replies, update, error, now } = record
  const kept = outcome === 'dead' ? JSON.stringify(update ?? null) : null
  return tx.$executeRaw`
    INSERT INTO processed_updates AS known (
      bot_id, update_id, telegram_chat_id, outcome, replies, update, error, created_at
    ) VALUES (
      ${botId}, ${updateId}, ${chatId}, ${outcome}, ${JSON.stringify(replies)}::jsonb, ${kept}::jsonb,
      ${error ?? null}, ${now}
    )
    ON CONFLICT (bot_id, update_id) DO UPDATE SET
      telegram_chat_id = EXCLUDED.telegram_chat_id,
      outcome = EXCLUDED.outcome,
      replies = EXCLUDED.replies,
      update = EXCLUDED.update,
      error = EXCLUDED.error,
      created_at = EXCLUDED.created_at
    WHERE known.outcome = 'dead'`
}

async function purge(tx: Tx, before: Date): Promise<number> {
  let purged = 0
  for (let deleted = PURGE_CHUNK; deleted === PURGE_CHUNK; purged += deleted) {
    deleted = await tx.$executeRaw`
      DELETE FROM processed_updates WHERE (bot_id, update_id) IN (
        SELECT bot_id, update_id FROM processed_updates
         WHERE outcome = 'done' AND created_at < ${before} ORDER BY created_at LIMIT ${PURGE_CHUNK}
      )`
  }
  return purged
}
