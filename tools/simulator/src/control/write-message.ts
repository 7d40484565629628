import { messageJson } from '../bot-api/present.ts'
import type { Chat, Content, ForwardOrigin, Message, User } from '../store/model.ts'
import { toSimMessage, toSimUser } from '../store/page-view.ts'
import type { Telegram } from '../telegram.ts'
import type { Presses } from './presses.ts'
import { ControlError } from './control-error.ts'

/** What a user writes, and where. */
interface Written {
  chatId: number
  content: Content
  forward?: ForwardOrigin
  /** Called once: the update has reached the bot or never will. */
  settled?: () => void
}

/** A user writes: the message appears in the chat and its update goes to the bot. */
export function writeMessage(
  telegram: Telegram,
  presses: Presses,
  user: User,
  { chatId, content, forward, settled }: Written,
): Message {
  const { world } = telegram
  const chat = chatOfUser(telegram, user, chatId)
  const message: Message = {
    chatId,
    messageId: world.messages.nextId(),
    from: user.id,
    date: Math.floor(world.now() / 1000),
    ...content,
    ...(forward === undefined ? {} : { forward }),
    silent: false,
    protected: false,
    delivered: false,
  }
  world.messages.add(message)
  user.lastActiveAt = world.now()
  if (chat.type === 'private' && !user.started) {
    user.started = true
    world.events.emit(() => ({ type: 'user', user: toSimUser(user) }))
  }
  world.events.emit(() => ({ type: 'message', message: toSimMessage(world, message) }))
  const sent = isHeard(telegram, chat, message) && publishMessage(telegram, presses, message, settled)
  if (!sent) settled?.()
  return message
}

/** The chat, when this user may write there. */
function chatOfUser({ world }: Telegram, user: User, chatId: number): Chat {
  const chat = world.chats.get(chatId)
  if (chat === undefined) throw new ControlError(404, `There is no chat ${chatId}`)
  if (!chat.members.includes(user.id)) {
    throw new ControlError(403, `User ${user.id} is not a member of chat ${chatId}`)
  }
  if (chat.type === 'private' && user.blocked) {
    throw new ControlError(409, `User ${user.id} has blocked the bot: unblock it first`)
  }
  return chat
}

function publishMessage(
  telegram: Telegram,
  presses: Presses,
  message: Message,
  settled: (() => void) | undefined,
): boolean {
  const { world, updates, faults } = telegram
  const { chatId, messageId, from } = message
  const onSettled = presses.has(from) ? () => presses.release(from) : settled
  const twice = faults.takeForUpdate('duplicate-delivery', chatId)
  const subject = { chatId, messageId, userId: from }
  const options = { twice, ...(onSettled === undefined ? {} : { onSettled }) }
  return updates.publish('message', messageJson(world, message), subject, options) !== undefined
}

/** In a group with privacy a bot hears commands, mentions of itself and answers to its messages. */
function isHeard({ options, world }: Telegram, chat: Chat, message: Message): boolean {
  if (chat.membership !== 'member') return false
  if (chat.type === 'private' || !options.groupPrivacy) return true
  const text = (message.text ?? message.caption ?? '').toLowerCase()
  return text.startsWith('/') || text.includes(`@${world.bot.username.toLowerCase()}`)
}
