import { Context } from 'grammy'
import type { Repositories } from '@abitly/database'
import type { Press, View } from '../use-cases/view.ts'
import type { Visit } from '../use-cases/visit.ts'
import type { Command } from './command.ts'
import type { CallReply, JobReply, Reply } from './reply.ts'
import { dropKeyboard, editView, sendView } from './view-reply.ts'

/** What one update brings along and leaves behind. The bot is built once; nothing of an update outlives it. */
export interface UpdateScope {
  /** Null for updates that belong to no chat. */
  chatId: bigint | null
  repos: Repositories
  now: Date
  replies: Reply[]
  /** A press can be answered once. */
  answered: boolean
}

/** What is to be remembered of the message that a view becomes. */
export type MessageNote = Pick<CallReply, 'remember' | 'card'>

/** The context of our features: they collect replies instead of calling Telegram. */
export class BotContext extends Context {
  declare scope: UpdateScope
  /** The student and the transaction; set in private chats only. */
  declare visit: Visit
  /** What the pressed button asks for; null when it is none of ours. */
  declare press: Press | null
  /** The command of this message. */
  declare command: Command | null

  /** The message whose button was pressed; null for an update that is no press, or a message out of reach. */
  get pressedMessageId(): number | null {
    const message = this.callbackQuery?.message
    // A date of 0 is how Telegram marks a message it no longer has.
    return message === undefined || message.date === 0 ? null : message.message_id
  }

  /** Shows a view: in place of the message that was pressed, else as a new message. */
  show(view: View, note: MessageNote = {}): void {
    const messageId = this.pressedMessageId
    if (messageId === null) this.send(view, note)
    else if (this.#pressedPicture()) {
      // A picture cannot become a text: the view follows it, and takes its buttons over.
      this.takeKeyboardOff(messageId)
      this.send(view, note)
    } else this.call({ ...editView(this.#chat(), messageId, view), ...note })
  }

  /** Shows a view as a new message. */
  send(view: View, note: MessageNote = {}): void {
    this.call({ ...sendView(this.#chat(), view), ...note })
  }

  /** Takes the buttons off a message that is no longer asked. */
  takeKeyboardOff(messageId: number): void {
    this.call(dropKeyboard(this.#chat(), messageId))
  }

  /** Makes any other call once the update is committed. */
  call(reply: CallReply): void {
    this.scope.replies.push(reply)
  }

  /** Enqueues a job once the update is committed. */
  enqueue(job: JobReply): void {
    this.scope.replies.push(job)
  }

  /**
   * Stops the spinner of the pressed button, with a word of at most 40 characters where there is one. The first
   * answer counts; a lost one changes nothing.
   */
  async answer(toast?: string): Promise<void> {
    if (this.callbackQuery === undefined || this.scope.answered) return
    this.scope.answered = true
    await this.answerCallbackQuery(toast === undefined ? {} : { text: toast }).catch(() => undefined)
  }

  #pressedPicture(): boolean {
    const message = this.callbackQuery?.message
    return message !== undefined && 'photo' in message
  }

  #chat(): number {
    if (this.chatId === undefined)
      throw new Error('This update belongs to no chat, so nobody can be answered')
    return this.chatId
  }
}
