import type { Tx } from './client.ts'

/** Groups that became supergroups and got a new id (`chat_migrations`). */
export interface ChatMigrationsRepository {
  /** The id a chat has today, over any number of moves; itself when it has never moved. */
  current(chatId: bigint): Promise<bigint>
  record(oldChatId: bigint, newChatId: bigint, now: Date): Promise<void>
}

/** A chat moves once; more than this is a circle. */
const MAX_MOVES = 10

export function createChatMigrationsRepository(tx: Tx): ChatMigrationsRepository {
  return {
    current: (chatId) => currentChat(tx, chatId),
    record: async (oldChatId, newChatId, now) => {
      await tx.$executeRaw`
        INSERT INTO chat_migrations (old_chat_id, new_chat_id, at) VALUES (${oldChatId}, ${newChatId}, ${now})
        ON CONFLICT (old_chat_id) DO UPDATE SET new_chat_id = EXCLUDED.new_chat_id, at = EXCLUDED.at`
    },
  }
}

async function currentChat(tx: Tx, chatId: bigint): Promise<bigint> {
  const [last] = await tx.$queryRaw<{ chatId: bigint }[]>`
    WITH RECURSIVE moves (chat_id, step) AS (
      SELECT ${chatId}::bigint, 0
      UNION ALL
      SELECT migration.new_chat_id, moves.step + 1
        FROM moves JOIN chat_migrations migration ON migration.old_chat_id = moves.chat_id
       WHERE moves.step < ${MAX_MOVES}::integer
    )
    SELECT chat_id AS "chatId" FROM moves ORDER BY step DESC LIMIT 1`
  return last?.chatId ?? chatId
}
