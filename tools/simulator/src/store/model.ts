/** What the simulated Telegram remembers. Times are Unix milliseconds unless a comment says seconds. */
import type { SimButton, SimEntity } from '../page-api.ts'

export interface BotIdentity {
  id: number
  username: string
  firstName: string
}

export interface User {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode: string
  isAdmin: boolean
  blocked: boolean
  started: boolean
  /** The account is deleted: sends answer 403 "user is deactivated". */
  deactivated?: boolean
  /** When this user last wrote or pressed something; sends to a silent user are proactive. */
  lastActiveAt: number
  /** Messages of the bot that arrived in the private chat. */
  received: number
  /** One of the many made by number: the page lists them apart, and their messages are kept apart. */
  crowd?: true
}

/** How the bot stands in a group. */
type Membership = 'member' | 'left' | 'kicked'

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup'
  title: string
  members: number[]
  membership: Membership
  /** Set when a group was upgraded: every call then names the new id. */
  migratedTo?: number
}

export interface Entity extends SimEntity {
  user?: { id: number }
  custom_emoji_id?: string
}

export interface FormattedText {
  text: string
  entities: Entity[]
}

export type FileKind = 'photo' | 'document' | 'video' | 'sticker'

/** A file that was uploaded; the bytes live in the vault under the same `uniqueId`. */
export interface StoredFile {
  uniqueId: string
  kind: FileKind
  name: string
  mime: string
  /** Bytes. */
  size: number
  width?: number
  height?: number
}

export interface InlineButton extends SimButton {
  switch_inline_query_current_chat?: string
  switch_inline_query_chosen_chat?: unknown
  login_url?: unknown
  callback_game?: unknown
  pay?: boolean
}

export interface KeyboardButton {
  text: string
  [field: string]: unknown
}

export type ReplyMarkup =
  | { kind: 'inline'; rows: InlineButton[][] }
  | { kind: 'keyboard'; rows: KeyboardButton[][]; resize: boolean; oneTime: boolean; placeholder?: string }
  | { kind: 'remove' }
  | { kind: 'force-reply'; placeholder?: string }

export interface ForwardOrigin {
  from: number
  /** Unix seconds. */
  date: number
}

export interface Location {
  latitude: number
  longitude: number
}

export interface Message {
  chatId: number
  messageId: number
  /** A user id, or 0 for the bot. */
  from: number
  /** Unix seconds. */
  date: number
  /** Unix seconds. */
  editDate?: number
  text?: string
  caption?: string
  /** Of the text or of the caption. */
  entities: Entity[]
  file?: StoredFile
  location?: Location
  /** Emoji of a sticker. */
  sticker?: string
  markup?: ReplyMarkup
  linkPreview?: Record<string, unknown>
  silent: boolean
  protected: boolean
  replyTo?: number
  albumId?: string
  forward?: ForwardOrigin
  viaBot?: boolean
  /** The emoji that the bot has put under the message. */
  reaction?: string
  /** Users' messages: the bot's side has acknowledged the update. */
  delivered?: boolean
}

/** What a message says: everything but where, when and by whom. */
export type Content = Pick<
  Message,
  'text' | 'caption' | 'entities' | 'file' | 'location' | 'sticker' | 'linkPreview'
>
