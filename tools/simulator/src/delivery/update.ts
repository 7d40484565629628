/** One update on its way to the bot. */
export interface Update {
  id: number
  /** 'message', 'callback_query', ... */
  kind: string
  /** Updates of one lane travel one after the other. */
  lane: string
  chatId?: number
  userId?: number
  messageId?: number
  /** The body as it goes over the wire, update_id included: identical on every redelivery. */
  body: string
  createdAt: number
  expiresAt: number
  state: 'pending' | 'delivered' | 'expired'
  /** Deliveries tried so far. */
  attempts: number
  /** Failures in a row; they set the pace of the retries. */
  fails: number
  lastStatus?: number
  lastMs?: number
  /** Delivered once already and wanted again: polling returns it whatever the offset says. */
  again: boolean
  /** Faults: deliver a second time after the first success. */
  twice: boolean
  /** Called once, when the update is delivered or has expired. */
  onSettled?: () => void
}

/** What an update is about; decides its lane and its life span. */
export interface Subject {
  chatId?: number
  userId?: number
  messageId?: number
}

const HOUR = 3_600_000

/** Milliseconds until an unserved update is dropped. */
export function lifeSpan(kind: string): number {
  if (kind === 'inline_query') return 30_000
  if (['callback_query', 'shipping_query', 'pre_checkout_query'].includes(kind)) return 150_000
  return 24 * HOUR
}

/** Messages wait per chat, presses per user, membership changes per chat: three separate queues. */
export function laneOf(kind: string, subject: Subject): string {
  const chat = subject.chatId ?? subject.userId ?? 0
  if (kind === 'callback_query') return `press:${subject.userId ?? chat}`
  if (kind === 'my_chat_member' || kind === 'chat_member') return `${kind}:${chat}`
  if (/message|channel_post/.test(kind) && !kind.startsWith('message_reaction')) return `chat:${chat}`
  return `${kind}:${subject.userId ?? chat}`
}

/** All kinds Telegram knows, in its order. */
export const UPDATE_KINDS: readonly string[] = [
  ...['message', 'edited_message', 'channel_post', 'edited_channel_post', 'inline_query'],
  ...[
    'chosen_inline_result',
    'callback_query',
    'shipping_query',
    'pre_checkout_query',
    'poll',
    'poll_answer',
  ],
  ...['my_chat_member', 'chat_member', 'chat_join_request', 'chat_boost', 'removed_chat_boost'],
  ...['message_reaction', 'message_reaction_count', 'business_connection', 'business_message'],
  ...['edited_business_message', 'deleted_business_messages', 'purchased_paid_media'],
]

/** What a bot receives that never stated a list. */
export const DEFAULT_KINDS: readonly string[] = UPDATE_KINDS.filter(
  (kind) => !['chat_member', 'message_reaction', 'message_reaction_count'].includes(kind),
)
