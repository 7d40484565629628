import type { CalendarEvent } from '../calendar/calendar-file.ts'
import type { PictureSpec } from '../pictures/picture-spec.ts'

/** A call to Telegram as data. */
export interface CallReply {
  method:
    | 'sendMessage'
    | 'editMessageText'
    | 'editMessageReplyMarkup'
    | 'editMessageMedia'
    | 'deleteMessage'
    | 'sendPhoto'
    | 'copyMessage'
    | 'sendDocument'
    | 'setMessageReaction'
    | 'setMyCommands'
  payload: Readonly<Record<string, unknown>>
  /** The message this call makes carries the keyboard of that revision of the chat's dialogue. */
  remember?: { dialogueRevision: number }
  /** The message this call makes shows the progress of that campaign from now on. */
  card?: string
  /** The file to send along. */
  document?: ReplyDocument
  /**
   * The picture to send along, as its specification: it is drawn when it is sent, unless Telegram holds it already.
   * `digest`: of the specification; `subject`: the next picture of it takes this one's place in the chat.
   */
  picture?: { spec: PictureSpec; digest: string; subject: string }
}

/** A file as what it is made of: it is written when it is sent. */
export type ReplyDocument =
  | { campaignReport: string; fileName: string }
  | { calendar: CalendarEvent; fileName: string }
  /** The chat, in decimal digits, of which all is to be shown to itself. */
  | { personalData: string; fileName: string }

/** A job to enqueue: work that must not begin before the update is committed. */
export type JobReply =
  | { job: 'campaign.plan' | 'campaign.wake' | 'campaign.show-progress'; payload: { campaignId: string } }
  | { job: 'account-events.publish'; payload: Record<string, never> }

/**
 * What an update leads to, as data: recorded with the update, done after its transaction has been committed, in
 * order, at least once.
 */
export type Reply = CallReply | JobReply

/** What an update has led to. */
export interface HandledUpdate {
  /** Null for updates that belong to no chat. */
  chatId: bigint | null
  replies: Reply[]
}
