import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** The question a chat is in the middle of. */
export interface Dialogue {
  name: string
  /** Whatever JSON the dialogue saved; its owner validates it. */
  state: unknown
  /** Grows with every save and is never used again in this chat, so that an old keyboard can be told. */
  revision: number
  /** The message that carries the dialogue's keyboard. */
  messageId: number | null
}

/** One live dialogue per chat (`dialogues`). */
export interface DialoguesRepository {
  find(chatId: bigint): Promise<Dialogue | null>
  /** Starts or replaces the dialogue; the message is kept while the name stays the same. */
  save(chatId: bigint, dialogue: { name: string; state: unknown; now: Date }): Promise<number>
  remove(chatId: bigint): Promise<void>
  /** Does nothing when a later revision has been saved meanwhile. */
  rememberMessage(chatId: bigint, revision: number, messageId: number): Promise<void>
}

export function createDialoguesRepository(tx: Tx): DialoguesRepository {
  return {
    find: async (chatId) => {
      const row = await tx.dialogue.findUnique({ where: { chatId } })
      if (row === null || row.name === null) return null
      return { name: row.name, state: row.state, revision: row.revision, messageId: row.messageId }
    },
    save: (chatId, dialogue) => save(tx, chatId, dialogue),
    remove: async (chatId) => {
      // The row stays for its revision.
      const data = { name: null, state: Prisma.DbNull, messageId: null }
      await tx.dialogue.updateMany({ where: { chatId }, data })
    },
    rememberMessage: async (chatId, revision, messageId) => {
      await tx.dialogue.updateMany({ where: { chatId, revision, name: { not: null } }, data: { messageId } })
    },
  }
}

async function save(
  tx: Tx,
  chatId: bigint,
  { name, state, now }: { name: string; state: unknown; now: Date },
): Promise<number> {
  const rows = await tx.$queryRaw<{ revision: number }[]>`
    INSERT INTO dialogues AS live (telegram_chat_id, name, state, revision, updated_at)
    VALUES (${chatId}, ${name}, ${JSON.stringify(state ?? null)}::jsonb, 1, ${now})
    ON CONFLICT (telegram_chat_id) DO UPDATE SET
      name = EXCLUDED.name,
      state = EXCLUDED.state,
      revision = live.revision + 1,
      message_id = CASE WHEN live.name = EXCLUDED.name THEN live.message_id END,
      updated_at = EXCLUDED.updated_at
    RETURNING revision`
  const revision = rows[0]?.revision
  if (revision === undefined) throw new Error('The upsert of a dialogue returned no row')
  return revision
}
