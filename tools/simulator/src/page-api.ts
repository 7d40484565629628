/**
 * What the chat page and the tests exchange with the simulator's control API (`/sim/*`).
 * Types only: the page is compiled for the browser and imports nothing at run time.
 *
 *   GET    /sim/state?user=<id>          → SimState
 *   GET    /sim/events?user=<id>         → server-sent events, each `data:` a SimEvent (without `user`: everything;
 *                                          with `crowd=<id>`: of the people of the crowd only this one, 0 = nobody)
 *   POST   /sim/users                    {firstName, lastName?, username?, languageCode?, isAdmin?} → SimUser
 *   POST   /sim/users/:id/messages       {chatId?, text?, entities?, photo?: {data: base64}, document?: {name, data: base64},
 *                                          sticker?, location?, forward?: {chatId, messageId}} → SimMessage
 *   POST   /sim/users/:id/start          {payload?} → SimMessage              (deep link: /start <payload>)
 *   POST   /sim/users/:id/press          {chatId, messageId, data} → {queryId}  (the answer comes as an event)
 *   POST   /sim/users/:id/block | /unblock → {}
 *   GET    /sim/chats/:id/messages       → SimMessage[] (oldest first)
 *   GET    /sim/faults → Fault[]   POST /sim/faults NewFault → Fault   DELETE /sim/faults/:id → {}   DELETE /sim/faults → {}
 *   GET    /sim/violations → Violation[]   DELETE /sim/violations → {}
 *   GET    /sim/deliveries?limit= → Delivery[] (newest first)   POST /sim/deliveries/:updateId/resend → {}
 *   GET    /sim/calls?limit=&method=&chat= → ApiCall[] (newest first)
 *   POST   /sim/updates                  {update without update_id, kind?} → {update_id}  (raw injection, for tests)
 *   GET    /sim/stats                    → SimStats      DELETE /sim/stats → {}   (counts of sends begin anew)
 *   POST   /sim/crowd                    NewCrowd → CrowdAdded   (they press START one after the other, see GET)
 *   GET    /sim/crowd                    → CrowdStatus   DELETE /sim/crowd → {}   (they are gone: "chat not found")
 *   GET    /sim/crowd/people?search=&limit= → CrowdPeople
 *   GET    /sim/crowd/received           → {[messages of the bot]: people of the crowd that got so many}
 *   POST   /sim/quiet                    {}   (everybody counts as silent: every send is proactive from now on)
 *   POST   /sim/users/:id/web-app        {url, startParam?} → {url, initData, queryId}  (url with the signed launch data)
 *   POST   /sim/users/:id/deactivate     → {}   (sends answer 403 "user is deactivated"; undone by unblock)
 *   POST   /sim/chats                    {title, type?, members?, id?} → SimChat   (a group with the bot in it)
 *   POST   /sim/chats/:id/migrate        → {migratedTo}   (the group becomes a supergroup with a new id)
 *   POST   /sim/chats/:id/membership     {membership: 'member' | 'left' | 'kicked'} → {}   (of the bot)
 *   GET    /sim/files/:uniqueId          the bytes of an uploaded file
 *   POST   /sim/reset                    forgets chats, faults, violations, deliveries and the crowd (keeps the other users) → {}
 * Errors: {error: string} with 4xx.
 */
import type { CrowdStatus, SimStats } from './crowd-api.ts'
import type { Fault } from './fault-api.ts'

export type * from './crowd-api.ts'
export type * from './fault-api.ts'

export interface SimUser {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode: string
  isAdmin: boolean
  /** Has this user blocked the bot? */
  blocked: boolean
  /** Has this user ever pressed START? */
  started: boolean
  /** One of the crowd. */
  crowd?: true
  /** The account is deleted. */
  deactivated?: true
}

export interface CrowdPeople {
  /** How many were found; `people` are the first of them. */
  total: number
  people: SimUser[]
}

export interface SimChat {
  id: number
  type: 'private' | 'group' | 'supergroup'
  title: string
  /** User ids that can write here. */
  members: number[]
  /** Bot's current action in this chat, if any: 'typing', 'upload_photo', ... */
  action?: string
}

/** A Bot API MessageEntity. */
export interface SimEntity {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
}

export interface SimButton {
  text: string
  callback_data?: string
  url?: string
  web_app?: { url: string }
  switch_inline_query?: string
  copy_text?: { text: string }
  /** Bot API 9.4 button style. */
  style?: 'primary' | 'success' | 'danger'
}

export interface SimPhoto {
  fileId: string
  width: number
  height: number
  /** Relative URL the page can show. */
  url: string
}

export interface SimMessage {
  chatId: number
  messageId: number
  /** Sender: a user id, or 0 for the bot. */
  from: number
  /** Unix seconds. */
  date: number
  editDate?: number
  text?: string
  caption?: string
  entities?: SimEntity[]
  photo?: SimPhoto
  /** A document or a video (by its file name). */
  document?: { fileId: string; fileName: string; size: number; url: string }
  location?: { latitude: number; longitude: number }
  /** The emoji of a sticker. */
  sticker?: string
  /** Message of the same chat that this one answers. */
  replyTo?: number
  /** Messages of one album share it. */
  albumId?: string
  /** Sender of the original of a forwarded message: a user id, or 0 for the bot. */
  forwardedFrom?: number
  /** The emoji that the bot has put under this message. */
  reaction?: string
  inlineKeyboard?: SimButton[][]
  /** Reply keyboard that came with this message (the last one of a chat is the live one). */
  replyKeyboard?: { rows: { text: string }[][]; resize: boolean; oneTime: boolean; placeholder?: string }
  removeKeyboard?: boolean
  linkPreview?: boolean
  silent?: boolean
  /** For messages of users: has the bot's side acknowledged the update (second tick)? */
  delivered?: boolean
}

export interface SimCommand {
  command: string
  description: string
}

export interface BotProfile {
  id: number
  username: string
  firstName: string
  /** Commands as the asking user sees them in a private chat (scope and language resolved). */
  commands: SimCommand[]
  menuButton?: { type: string; text?: string; webAppUrl?: string }
}

export interface SimState {
  bot: BotProfile
  /** Everybody but the crowd; of the crowd only the asked user. */
  users: SimUser[]
  crowd: CrowdStatus
  chats: SimChat[]
  /** Messages of the asked user's chats, by chat id, oldest first. */
  messages: Record<string, SimMessage[]>
  webhook: { url: string; pending: number; lastError?: string }
  faults: Fault[]
  violations: Violation[]
  stats: SimStats
}

export interface Violation {
  id: number
  /** Unix milliseconds. */
  at: number
  rule:
    | 'bulk-per-second'
    | 'paid-per-second'
    | 'total-per-second'
    | 'private-chat'
    | 'group-per-minute'
    | 'sent-while-paused'
  figure: number
  limit: number
  method: string
  chatId?: number
}

export interface Delivery {
  updateId: number
  kind: string
  chatId?: number
  messageId?: number
  attempts: number
  /** HTTP status of the last answer; 0 = no answer. */
  lastStatus?: number
  lastMs?: number
  state: 'pending' | 'delivered' | 'expired'
  at: number
}

export interface ApiCall {
  id: number
  at: number
  method: string
  chatId?: number
  messageId?: number
  ok: boolean
  errorCode?: number
  description?: string
  ms: number
  payload: unknown
}

export type SimEvent =
  | { type: 'message'; message: SimMessage }
  | { type: 'edit'; message: SimMessage }
  | { type: 'delete'; chatId: number; messageId: number }
  | { type: 'delivered'; chatId: number; messageId: number }
  | { type: 'action'; chatId: number; action: string }
  | {
      type: 'callback-answer'
      userId: number
      queryId: string
      messageId: number
      text?: string
      showAlert: boolean
      url?: string
    }
  | { type: 'user'; user: SimUser }
  | { type: 'crowd'; crowd: CrowdStatus }
  | { type: 'bot'; bot: BotProfile }
  | { type: 'faults'; faults: Fault[] }
  | { type: 'violation'; violation: Violation }
  | { type: 'delivery'; delivery: Delivery }
  | { type: 'call'; call: ApiCall }
  | { type: 'stats'; stats: SimStats }
  | { type: 'reset' }
