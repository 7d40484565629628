import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Repositories } from '@abitly/database'
import type { LinkTokens } from '@abitly/queue'
import { shortlistOffers } from '@abitly/domain'
import { createI18n } from '@abitly/text'
import type { I18n } from '@abitly/text'
import type { CallReply, JobReply, Reply } from '../reply.ts'
import type { LookAtPlatform, PlatformState } from '../../use-cases/health/platform-state.ts'
import { createUpdateHandler } from '../update-handler.ts'
import { MID_CAMPAIGN } from './sample-offers.ts'

export const i18n = createI18n(new URL('../../../locales/', import.meta.url))

type Shown = { text: string; keyboard: InlineKeyboardMarkup['inline_keyboard']; isPicture: boolean }

type Transaction = <T>(work: (repos: Repositories) => Promise<T>) => Promise<T>

export interface TestChatOptions {
  repos: Repositories
  /** Runs the work of one update; default: on `repos` as they are. */
  transaction?: Transaction | undefined
  userId?: number
  firstName?: string
  languageCode?: string
  /** Offers one may follow; default 5. */
  limit?: number
  accountLinkUrl?: string | null
  /** The id of the last message before these, to tell several chats of one person apart; default 100. */
  lastMessageId?: number
  /** Tokens of the website; default: none is known. */
  linkTokens?: Pick<LinkTokens, 'claim'>
  /** User ids of admins; default: nobody. */
  adminIds?: readonly number[]
  /** Default: all is well. */
  lookAtPlatform?: LookAtPlatform
  /** Default: the texts of the worker. */
  texts?: I18n
}

/** A platform without a worry. */
export const WELL: PlatformState = {
  roles: [
    { service: 'ingress', alive: 1, known: 1 },
    { service: 'worker', alive: 2, known: 2 },
    { service: 'scheduler', alive: 2, known: 2 },
  ],
  ...{
    leader: 'host-1',
    waitingChats: 0,
    oldestMs: 0,
    databaseMs: 3,
    redisMs: 1,
    persistent: true,
    alerts: [],
  },
}

const BOT = { id: 1, is_bot: true as const, first_name: 'Abitly', username: 'abitly_bot' }
const ABILITIES = {
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
}

/** Without the characters nobody can see, so that tests can be read. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}

function isCall(reply: Reply): reply is CallReply {
  return 'method' in reply
}

/**
 * A student in front of the bot: what they send goes through the real handler, what the bot answers appears in
 * `messages` as Telegram would show it.
 */
export function testChat({
  repos,
  userId = 500,
  firstName = 'Олена',
  languageCode = 'uk',
  ...options
}: TestChatOptions) {
  const messages = new Map<number, Shown>()
  const toasts: (string | undefined)[] = []
  const reactions = new Map<number, unknown>()
  const replies: CallReply[] = []
  const jobs: JobReply[] = []
  const transaction = options.transaction ?? ((work) => work(repos))
  const clock = { value: MID_CAMPAIGN, now: () => clock.value }
  let lastId = options.lastMessageId ?? 100
  const from = { id: userId, is_bot: false, first_name: firstName, language_code: languageCode }
  const chat = { id: userId, type: 'private' as const, first_name: firstName }

  const handler = createUpdateHandler({
    botInfo: { ...BOT, ...ABILITIES } as Parameters<typeof createUpdateHandler>[0]['botInfo'],
    i18n: options.texts ?? i18n,
    clock,
    config: {
      adminIds: new Set((options.adminIds ?? []).map(BigInt)),
      bulkPerSecond: 30,
      lookAtPlatform: options.lookAtPlatform ?? (() => Promise.resolve(WELL)),
      monitoredOffersLimit: options.limit ?? 5,
      personalPlanDailyLimit: 3,
      accountLinkUrl: options.accountLinkUrl ?? null,
    },
    instantApi: {
      answerCallbackQuery: async (payload) => {
        const toast = payload['text'] as string | undefined
        toasts.push(toast === undefined ? undefined : plain(toast))
      },
      sendChatAction: async () => undefined,
    },
    shortlist: async (input) => shortlistOffers(input),
    linkTokens: options.linkTokens ?? { claim: async () => ({ kind: 'unknown' }) },
  })

  /** Hands in any update and plays the sender. */
  async function deliver(update: object): Promise<CallReply[]> {
    const { signal } = new AbortController()
    const handled = await transaction((inside) => handler.handle(update, inside, signal))
    const calls = handled.replies.filter(isCall)
    for (const call of calls) await send(call)
    replies.push(...calls)
    jobs.push(...handled.replies.flatMap((reply) => (isCall(reply) ? [] : [reply])))
    return calls
  }

  async function send({ method, payload, remember, card, picture }: CallReply): Promise<void> {
    if (method === 'setMyCommands' || Number(payload['chat_id']) !== userId) return
    if (method === 'deleteMessage') {
      messages.delete(Number(payload['message_id']))
      return
    }
    if (method === 'setMessageReaction') {
      reactions.set(Number(payload['message_id']), payload['reaction'])
      return
    }
    // Of a message from before this chat was opened here, nothing is seen but what replaces its text.
    if (method === 'editMessageReplyMarkup' && !messages.has(Number(payload['message_id']))) return
    const isEdit = method.startsWith('edit')
    const messageId = isEdit ? Number(payload['message_id']) : ++lastId
    const markup = payload['reply_markup'] as InlineKeyboardMarkup | undefined
    const former = messages.get(messageId)
    const media = payload['media'] as { caption: string } | undefined
    const text = (payload['text'] ?? payload['caption'] ?? media?.caption ?? former?.text ?? '') as string
    const isPicture = picture !== undefined || (isEdit && former?.isPicture === true)
    messages.set(messageId, { text, keyboard: markup?.inline_keyboard ?? [], isPicture })
    if (picture !== undefined) {
      const { digest, subject } = picture
      await repos.pictures.show(BigInt(userId), subject, { messageId, digest, sentAt: clock.now() })
    }
    if (remember !== undefined) {
      await repos.dialogues.rememberMessage(BigInt(userId), remember.dialogueRevision, messageId)
    }
    if (card !== undefined) {
      await repos.campaigns.showCard(card, { chatId: BigInt(userId), messageId, done: 0, at: clock.now() })
    }
  }

  const nextUpdate = (): number => 1000 + replies.length + ++lastId
  const message = (rest: object) => ({ message_id: ++lastId, date: 1_753_340_000, chat, from, ...rest })
  const say = (text: string): Promise<CallReply[]> =>
    deliver({ update_id: nextUpdate(), message: message({ text }) })

  const photoOf = (messageId: number) => (messages.get(messageId)?.isPicture === true ? { photo: [] } : {})

  /** Presses the button with this data on a message, whether or not it still has one. */
  const pressData = (data: string, messageId: number): Promise<CallReply[]> => {
    const query = {
      id: 'q',
      from,
      chat_instance: 'c',
      data,
      message: { message_id: messageId, date: 1, chat, ...photoOf(messageId) },
    }
    return deliver({ update_id: nextUpdate(), callback_query: query })
  }

  /** The newest message that has a button with this label. */
  const find = (label: string): { messageId: number; data: string } => {
    for (const [messageId, { keyboard }] of [...messages].reverse()) {
      const button = keyboard.flat().find(({ text }) => plain(text) === label)
      if (button !== undefined && 'callback_data' in button) return { messageId, data: button.callback_data }
    }
    throw new Error(
      `No message has a button "${label}"; the last: ${JSON.stringify([...messages.values()].at(-1))}`,
    )
  }

  const bottom = (): Shown | undefined => messages.get(Math.max(...messages.keys()))

  return {
    handler,
    messages,
    toasts,
    /** What the bot has reacted with, by message. */
    reactions,
    replies,
    jobs,
    clock,
    chatId: BigInt(userId),
    from,
    chat,
    deliver,
    message,
    nextUpdate,
    say,
    pressData,
    find,
    press: (label: string): Promise<CallReply[]> => pressData(find(label).data, find(label).messageId),
    /** The text at the bottom of the chat, with plain spaces. */
    last: (): string => plain(bottom()?.text ?? ''),
    /** The text of the newest message that has a button with this label, with plain spaces. */
    textWith: (label: string): string => plain(messages.get(find(label).messageId)?.text ?? ''),
    /** The labels under the last message, row by row. */
    lastButtons: (): string[] =>
      (bottom()?.keyboard ?? []).map((row) => row.map(({ text }) => plain(text)).join(' | ')),
  }
}

export type TestChat = ReturnType<typeof testChat>
