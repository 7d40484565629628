/** What the chat page is shown of the simulator's memory. */
import { defined } from '../defined.ts'
import type { BotProfile, SimChat, SimCommand, SimMessage, SimUser } from '../page-api.ts'
import type { Chat, Message, ReplyMarkup, StoredFile, User } from './model.ts'
import type { World } from './world.ts'

export function toSimUser(user: User): SimUser {
  return {
    id: user.id,
    firstName: user.firstName,
    ...(user.lastName === undefined ? {} : { lastName: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    languageCode: user.languageCode,
    isAdmin: user.isAdmin,
    blocked: user.blocked,
    started: user.started,
    ...(user.crowd === undefined ? {} : { crowd: user.crowd }),
    ...(user.deactivated === true ? { deactivated: true } : {}),
  }
}

/** Does what somebody typed stand in the name, the user name or the id? */
export function isFound(user: User, search: string): boolean {
  const words = `${user.firstName} ${user.lastName ?? ''} ${user.username ?? ''} ${user.id}`
  return words.toLowerCase().includes(search.trim().toLowerCase())
}

export function toSimChat(world: World, chat: Chat): SimChat {
  const action = world.actions.of(chat.id)
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    members: chat.members,
    ...(action === undefined ? {} : { action }),
  }
}

export function toSimMessage(world: World, message: Message): SimMessage {
  const { chatId, messageId, from, date, editDate, text, caption, location, sticker } = message
  const { replyTo, albumId, reaction } = message
  return {
    ...{ chatId, messageId, from, date },
    ...defined({ editDate, text, caption, location, sticker, replyTo, albumId, reaction }),
    ...(message.entities.length === 0 ? {} : { entities: message.entities }),
    ...fileView(world, message.file),
    ...markupView(message.markup),
    ...(message.linkPreview?.['is_disabled'] === true ? { linkPreview: false } : {}),
    ...(message.silent ? { silent: true } : {}),
    ...(message.forward === undefined ? {} : { forwardedFrom: message.forward.from }),
    ...(message.delivered === undefined ? {} : { delivered: message.delivered }),
  }
}

/** The bot as one user sees it in a private chat; without a user, as a stranger does. */
export function botProfile(world: World, userId: number | undefined): BotProfile {
  const user = userId === undefined ? undefined : world.users.get(userId)
  const viewer = { userId: user?.id ?? 0, languageCode: user?.languageCode ?? '' }
  const commands: SimCommand[] = world.commands.seenBy(viewer, { id: user?.id ?? 0, type: 'private' })
  const menu = world.menuButtons.get(user?.id ?? 0) ?? world.menuButtons.get(0)
  return {
    id: world.bot.id,
    username: world.bot.username,
    firstName: world.bot.firstName,
    commands,
    ...(menu === undefined
      ? {}
      : { menuButton: { type: menu.type, ...defined({ text: menu.text, webAppUrl: menu.web_app?.url }) } }),
  }
}

/** Where the page finds a file. */
function fileUrl(file: StoredFile): string {
  return `/sim/files/${file.uniqueId}`
}

function fileView(world: World, file: StoredFile | undefined): Partial<SimMessage> {
  if (file === undefined) return {}
  const common = { fileId: world.files.fileId(file), url: fileUrl(file) }
  if (file.kind === 'photo') return { photo: { ...common, width: file.width ?? 0, height: file.height ?? 0 } }
  if (file.kind === 'sticker') return {}
  return { document: { ...common, fileName: file.name, size: file.size } }
}

function markupView(markup: ReplyMarkup | undefined): Partial<SimMessage> {
  if (markup === undefined || markup.kind === 'force-reply') return {}
  if (markup.kind === 'remove') return { removeKeyboard: true }
  if (markup.kind === 'inline') return { inlineKeyboard: markup.rows }
  const { rows, resize, oneTime, placeholder } = markup
  const texts = rows.map((row) => row.map(({ text }) => ({ text })))
  return { replyKeyboard: { rows: texts, resize, oneTime, ...defined({ placeholder }) } }
}
