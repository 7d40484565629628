/** The simulator's memory as Bot API objects. */
import type { Chat, Entity, Message, StoredFile, User } from '../store/model.ts'
import type { World } from '../store/world.ts'

type Json = Record<string, unknown>

export function userJson(user: User): Json {
  const json: Json = { id: user.id, is_bot: false, first_name: user.firstName }
  if (user.lastName !== undefined) json['last_name'] = user.lastName
  if (user.username !== undefined) json['username'] = user.username
  json['language_code'] = user.languageCode
  return json
}

export function botJson(world: World): Json {
  return {
    id: world.bot.id,
    is_bot: true,
    first_name: world.bot.firstName,
    username: world.bot.username,
  }
}

/** 0 stands for the bot. */
function senderJson(world: World, from: number): Json {
  const user = world.users.get(from)
  return user === undefined ? botJson(world) : userJson(user)
}

export function chatJson(world: World, chat: Chat): Json {
  const user = chat.type === 'private' ? world.users.get(chat.id) : undefined
  if (user === undefined) return { id: chat.id, title: chat.title, type: chat.type }
  const json: Json = { id: user.id, first_name: user.firstName }
  if (user.lastName !== undefined) json['last_name'] = user.lastName
  if (user.username !== undefined) json['username'] = user.username
  json['type'] = 'private'
  return json
}

/** A Bot API Message. `depth` ends the chain of answered messages after one step, as Telegram does. */
export function messageJson(world: World, message: Message, depth = 0): Json {
  const chat = world.chats.get(message.chatId)
  const json: Json = {
    message_id: message.messageId,
    from: senderJson(world, message.from),
    chat: chat === undefined ? { id: message.chatId, type: 'private' } : chatJson(world, chat),
    date: message.date,
  }
  if (message.editDate !== undefined) json['edit_date'] = message.editDate
  if (message.forward !== undefined) json['forward_origin'] = originJson(world, message)
  const answered =
    message.replyTo === undefined || depth > 0
      ? undefined
      : world.messages.find(message.chatId, message.replyTo)
  if (answered !== undefined) json['reply_to_message'] = messageJson(world, answered, 1)
  if (message.viaBot === true) json['via_bot'] = botJson(world)
  if (message.albumId !== undefined) json['media_group_id'] = message.albumId
  if (message.protected) json['has_protected_content'] = true
  addContent(world, message, json)
  if (message.markup?.kind === 'inline') json['reply_markup'] = { inline_keyboard: message.markup.rows }
  return json
}

function addContent(world: World, message: Message, json: Json): void {
  if (message.text !== undefined) json['text'] = message.text
  if (message.linkPreview !== undefined) json['link_preview_options'] = message.linkPreview
  if (message.location !== undefined) json['location'] = message.location
  if (message.file !== undefined) addFile(world, message.file, message.sticker, json)
  if (message.caption !== undefined && message.caption !== '') json['caption'] = message.caption
  if (message.entities.length > 0) {
    const field = message.text === undefined ? 'caption_entities' : 'entities'
    json[field] = message.entities.map((entity) => entityJson(world, entity))
  }
}

function entityJson(world: World, entity: Entity): Json {
  if (entity.user === undefined) return { ...entity }
  const user = world.users.get(entity.user.id)
  return {
    ...entity,
    user: user === undefined ? { ...entity.user, is_bot: false, first_name: '' } : userJson(user),
  }
}

function originJson(world: World, message: Message): Json {
  const { from, date } = message.forward ?? { from: 0, date: 0 }
  return { type: 'user', sender_user: senderJson(world, from), date }
}

function addFile(world: World, file: StoredFile, sticker: string | undefined, json: Json): void {
  if (file.kind === 'photo') json['photo'] = photoSizes(world, file)
  else if (file.kind === 'sticker') json['sticker'] = stickerJson(world, file, sticker)
  else json[file.kind] = fileJson(world, file)
}

function fileJson(world: World, file: StoredFile): Json {
  const video = file.kind === 'video' ? { width: file.width ?? 0, height: file.height ?? 0, duration: 0 } : {}
  return {
    ...video,
    file_name: file.name,
    mime_type: file.mime,
    file_id: world.files.fileId(file),
    file_unique_id: file.uniqueId,
    file_size: file.size,
  }
}

function stickerJson(world: World, file: StoredFile, emoji = ''): Json {
  return {
    ...{ width: 512, height: 512, type: 'regular', emoji, is_animated: false, is_video: false },
    file_id: world.files.fileId(file),
    file_unique_id: file.uniqueId,
    file_size: file.size,
  }
}

/** Longest side of the sizes Telegram makes of a photo. */
const SIDES: readonly [variant: string, side: number][] = [
  ['s', 90],
  ['m', 320],
  ['x', 800],
  ['y', 1280],
]

/** Smaller sizes first; the last one is the largest. All lead to the same bytes. */
function photoSizes(world: World, file: StoredFile): Json[] {
  const { width = 1, height = 1 } = file
  const longest = Math.max(width, height)
  const enough = SIDES.findIndex(([, side]) => side >= longest)
  const used = enough === -1 ? SIDES : SIDES.slice(0, enough + 1)
  return used.map(([variant, side]) => {
    const scale = Math.min(1, side / longest)
    return {
      file_id: world.files.fileId(file, variant),
      file_unique_id: `${file.uniqueId}${variant}`,
      file_size: Math.max(1, Math.round(file.size * scale * scale)),
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    }
  })
}
