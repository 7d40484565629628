import type { Database } from '@abitly/database'
import type { Clock, Logger } from '@abitly/runtime'
import { fileUpload } from '@abitly/telegram'
import type { BotApi, FileUpload, SendOutcome } from '@abitly/telegram'
import type { CallReply } from '../bot/reply.ts'
import type { Threads } from '../threads/create-threads.ts'
import type { InstantCalls } from './instant-calls.ts'

export interface PictureDependencies {
  api: Pick<BotApi, 'call'>
  botId: bigint
  database: Database
  threads: Threads
  instant: Pick<InstantCalls, 'sendChatAction'>
  clock: Clock
  logger: Logger
}

type Picture = NonNullable<CallReply['picture']>

/** Longest wait for a picture, its turn among others included: the lane of the chat waits with it. */
const RENDER_TIMEOUT_MS = 15_000
/** Telegram's words for a file identifier of another bot or server, or one that has expired. */
const WRONG_FILE = /wrong (remote )?file|wrong file_id|file_reference/i

/**
 * Sends a picture: by the identifier under which Telegram holds it, else drawn now and uploaded. An identifier that
 * Telegram refuses is forgotten, and the picture uploaded anew.
 * @throws Fault TASK_TOO_SLOW and what drawing throws
 */
export async function sendPicture(
  reply: CallReply,
  picture: Picture,
  deps: PictureDependencies,
): Promise<SendOutcome> {
  const { api, botId, database } = deps
  const { pictures } = database.repositories
  const fileId = await pictures.findFile(botId, picture.digest)
  if (fileId !== null) {
    const outcome = await api.call(reply.method, withFile(reply, fileId))
    if (outcome.kind !== 'rejected' || !WRONG_FILE.test(outcome.reason)) return outcome
    await pictures.forgetFile(botId, picture.digest, fileId)
  }
  return upload(reply, picture, deps)
}

async function upload(reply: CallReply, picture: Picture, deps: PictureDependencies): Promise<SendOutcome> {
  const { api, threads, instant } = deps
  await instant.sendChatAction({ chat_id: reply.payload['chat_id'], action: 'upload_photo' })
  const png = await threads.run('picture.render', picture.spec, { timeoutMs: RENDER_TIMEOUT_MS })
  const outcome = await api.call(reply.method, withFile(reply, fileUpload('chart.png', png)))
  if (outcome.kind === 'sent') await keepFile(outcome.result, picture, deps)
  return outcome
}

/** Its loss costs one more upload, never a second message. */
async function keepFile(
  result: unknown,
  { digest }: Picture,
  { botId, database, clock, logger }: PictureDependencies,
): Promise<void> {
  const fileId = largestPhoto(result)
  if (fileId === null) return
  await database.repositories.pictures
    .saveFile(botId, digest, { fileId, now: clock.now() })
    .catch((error: unknown) => logger.warn({ err: error }, 'a picture will be uploaded again'))
}

/** The payload with the picture where the method wants it. */
function withFile({ method, payload }: CallReply, file: string | FileUpload): Record<string, unknown> {
  if (method !== 'editMessageMedia') return { ...payload, photo: file }
  return { ...payload, media: { ...(payload['media'] as object), media: file } }
}

/** Telegram answers with a photo in several sizes, the largest last. */
function largestPhoto(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('photo' in result)) return null
  const sizes: unknown[] = Array.isArray(result.photo) ? result.photo : []
  const last = sizes.at(-1)
  if (typeof last !== 'object' || last === null || !('file_id' in last)) return null
  return typeof last.file_id === 'string' ? last.file_id : null
}
