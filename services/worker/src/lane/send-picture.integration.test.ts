import { createDatabase } from '@abitly/database'
import type { Database } from '@abitly/database'
import { createLogger } from '@abitly/runtime'
import type { SendOutcome } from '@abitly/telegram'
import { createTestDatabase } from '@abitly/testing'
import type { TestDatabase } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallReply } from '../bot/reply.ts'
import { pictureDigest } from '../pictures/picture-digest.ts'
import { sampleChart } from '../pictures/testing/sample-charts.ts'
import { createThreads } from '../threads/create-threads.ts'
import { createReplySender } from './reply-sender.ts'

const NOW = new Date('2026-07-24T10:00:00Z')
const WRONG: SendOutcome = {
  ...{ kind: 'rejected', code: 400, reason: 'Bad Request: wrong file identifier/HTTP URL specified' },
}

let own: TestDatabase
let database: Database
const threads = createThreads(1)
beforeAll(async () => {
  own = await createTestDatabase()
  database = createDatabase({ url: own.url, schema: own.schema, ssl: false })
  // A thread of sources takes its time to start.
  await threads.run('picture.render', sampleChart(), { timeoutMs: 60_000 })
  const person = { userId: 5n, firstName: 'x', lastName: null, username: null, languageCode: 'uk' }
  await database.repositories.students.touch({ chatId: 5n, ...person, now: NOW })
})
afterAll(async () => {
  await threads.close()
  await database.close()
  await own.drop()
})

interface Sent {
  method: string
  /** A file_id, or 'upload'. */
  photo: string
}
let sent: Sent[] = []
let actions: unknown[] = []
let answers: SendOutcome[] = []
beforeEach(() => {
  sent = []
  actions = []
  answers = []
})

function photoMessage(fileId: string, messageId = 7): SendOutcome {
  return {
    kind: 'sent',
    result: { message_id: messageId, photo: [{ file_id: 'small' }, { file_id: fileId }] },
  }
}

function replyOf(title: string, over: Partial<CallReply> = {}): CallReply {
  const spec = sampleChart({}, { subtitle: title })
  const picture = { spec, digest: pictureDigest(spec), subject: 'offer:1:2025' }
  return { method: 'sendPhoto', payload: { chat_id: 5, caption: 'x' }, picture, ...over }
}

/** Sends a reply as it comes back from `processed_updates` after a crash. */
function send(reply: CallReply) {
  const sender = createReplySender({
    api: {
      call: async (method, payload) => {
        const photo = payload['photo'] ?? (payload['media'] as { media: unknown }).media
        sent.push({ method, photo: typeof photo === 'string' ? photo : 'upload' })
        return answers.shift() ?? photoMessage('new')
      },
    },
    instant: {
      sendChatAction: async (payload) => {
        actions.push(payload)
      },
    },
    ...{ botId: 1n, database, threads, producer: { enqueue: async () => undefined } },
    ...{
      i18n: {} as never,
      clock: { now: () => NOW },
      logger: createLogger({ service: 'test', level: 'silent' }),
    },
    ...{ maxRetries: 3, retryDelayMs: 1 },
  })
  return sender(JSON.parse(JSON.stringify(reply)) as CallReply, { refusals: 0 })
}

describe('a picture', () => {
  it('is drawn and uploaded once; the second time Telegram has it', async () => {
    answers = [photoMessage('large')]
    expect(await send(replyOf('once'))).toEqual({ kind: 'done' })
    await send(replyOf('once'))
    expect(sent.map(({ photo }) => photo)).toEqual(['upload', 'large'])
    expect(actions).toEqual([{ chat_id: 5, action: 'upload_photo' }])
  })

  it('is uploaded anew when Telegram refuses its identifier, and known by the new one', async () => {
    answers = [photoMessage('old'), WRONG, photoMessage('fresh')]
    for (let time = 0; time < 3; time += 1) await send(replyOf('wrong'))
    expect(sent.map(({ photo }) => photo)).toEqual(['upload', 'old', 'upload', 'fresh'])
  })

  it('of other data is another picture', async () => {
    await send(replyOf('one'))
    await send(replyOf('two'))
    expect(sent.map(({ photo }) => photo)).toEqual(['upload', 'upload'])
  })

  it('that is refused for another reason is not uploaded again', async () => {
    answers = [
      photoMessage('kept'),
      { kind: 'rejected', code: 400, reason: 'Bad Request: message caption is too long' },
    ]
    await send(replyOf('refused'))
    await send(replyOf('refused'))
    expect(sent.map(({ photo }) => photo)).toEqual(['upload', 'kept'])
  })

  it('takes the place of another inside its message', async () => {
    const media = { type: 'photo', caption: 'x' }
    const edit = replyOf('edit', {
      method: 'editMessageMedia',
      payload: { chat_id: 5, message_id: 3, media },
    })
    answers = [photoMessage('edited', 3)]
    await send(edit)
    await send(edit)
    expect(sent).toEqual([
      { method: 'editMessageMedia', photo: 'upload' },
      { method: 'editMessageMedia', photo: 'edited' },
    ])
  })

  it('is remembered as the last of its subject', async () => {
    answers = [photoMessage('shown', 12)]
    const reply = replyOf('shown')
    await send(reply)
    expect(await database.repositories.pictures.shown(5n, 'offer:1:2025')).toEqual({
      ...{ messageId: 12, digest: reply.picture?.digest, sentAt: NOW },
    })
  })
})
