import type { Tx } from './client.ts'

/** A picture in a chat. */
export interface ShownPicture {
  messageId: number
  /** SHA-256 of its specification, in hex. */
  digest: string
  sentAt: Date
}

/** Pictures that Telegram holds (`picture_files`), and those that chats show (`picture_messages`). */
export interface PicturesRepository {
  /** The identifier under which Telegram holds a picture for this bot; null: it has to be uploaded. */
  findFile(botId: bigint, digest: string): Promise<string | null>
  /** Keeps the identifier, in place of a former one. */
  saveFile(botId: bigint, digest: string, file: { fileId: string; now: Date }): Promise<void>
  /** Forgets an identifier that Telegram refuses, unless another has taken its place meanwhile. */
  forgetFile(botId: bigint, digest: string, fileId: string): Promise<void>
  /** The last picture of a subject in a chat. */
  shown(chatId: bigint, subject: string): Promise<ShownPicture | null>
  /** Notes a picture as the last one of its subject; does nothing for a chat that is no student's any more. */
  show(chatId: bigint, subject: string, picture: ShownPicture): Promise<void>
  /** Deletes what is older than `before`, in chunks; returns how many rows. */
  purge(before: Date): Promise<number>
}

const PURGE_CHUNK = 1_000

export function createPicturesRepository(tx: Tx): PicturesRepository {
  return {
    findFile: async (botId, digest) => {
      const row = await tx.pictureFile.findUnique({ where: { botId_digest: { botId, digest } } })
      return row?.fileId ?? null
    },
    saveFile: async (botId, digest, { fileId, now }) => {
      await tx.$executeRaw`
        INSERT INTO picture_files (bot_id, digest, file_id, created_at) VALUES (${botId}, ${digest}, ${fileId}, ${now})
        ON CONFLICT (bot_id, digest) DO UPDATE SET file_id = EXCLUDED.file_id, created_at = EXCLUDED.created_at`
    },
    forgetFile: async (botId, digest, fileId) => {
      await tx.pictureFile.deleteMany({ where: { botId, digest, fileId } })
    },
    shown: async (chatId, subject) => {
      const row = await tx.pictureMessage.findUnique({ where: { chatId_subject: { chatId, subject } } })
      return row === null ? null : { messageId: row.messageId, digest: row.digest, sentAt: row.sentAt }
    },
    show: (chatId, subject, picture) => show(tx, chatId, subject, picture),
    purge: async (before) => (await purgeFiles(tx, before)) + (await purgeMessages(tx, before)),
  }
}

async function show(
  tx: Tx,
  chatId: bigint,
  subject: string,
  { messageId, digest, sentAt }: ShownPicture,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO picture_messages AS known (telegram_chat_id, subject, message_id, digest, sent_at)
    SELECT telegram_chat_id, ${subject}, ${messageId}::integer, ${digest}, ${sentAt}
      FROM telegram_users WHERE telegram_chat_id = ${chatId}
    ON CONFLICT (telegram_chat_id, subject) DO UPDATE SET
      message_id = EXCLUDED.message_id,
      digest = EXCLUDED.digest,
      -- An edit makes a message no younger: Telegram counts its age from when it was sent.
      sent_at = CASE WHEN known.message_id = EXCLUDED.message_id THEN known.sent_at ELSE EXCLUDED.sent_at END`
}

function purgeFiles(tx: Tx, before: Date): Promise<number> {
  return inChunks(
    () => tx.$executeRaw`
      DELETE FROM picture_files WHERE (bot_id, digest) IN (
        SELECT bot_id, digest FROM picture_files WHERE created_at < ${before} ORDER BY created_at LIMIT ${PURGE_CHUNK}
      )`,
  )
}

function purgeMessages(tx: Tx, before: Date): Promise<number> {
  return inChunks(
    () => tx.$executeRaw`
      DELETE FROM picture_messages WHERE (telegram_chat_id, subject) IN (
        SELECT telegram_chat_id, subject FROM picture_messages
         WHERE sent_at < ${before} ORDER BY sent_at LIMIT ${PURGE_CHUNK}
      )`,
  )
}

async function inChunks(deleteChunk: () => Promise<number>): Promise<number> {
  let purged = 0
  for (let deleted = PURGE_CHUNK; deleted === PURGE_CHUNK; purged += deleted) deleted = await deleteChunk()
  return purged
}
