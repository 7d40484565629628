import type { Content } from '../../store/model.ts'
import type { World } from '../../store/world.ts'
import { isObject, json, text } from '../args.ts'
import { fileByReference, newAlbumId } from '../input-file.ts'
import type { Call, Method } from '../method.ts'
import { postFromBot, readWrapping } from '../post-message.ts'
import { messageJson } from '../present.ts'
import { badRequest } from '../refusal.ts'
import { writableChat } from '../target-chat.ts'
import { readCaption } from '../text-content.ts'

const PARTS_MIN = 2
const PARTS_MAX = 10

export const sendMediaGroup: Method = {
  name: 'sendMediaGroup',
  run(call, { world }) {
    const media = json(call.args, 'media', "Can't parse media JSON object")
    if (media === undefined) throw badRequest('Parameter "media" is required')
    if (!Array.isArray(media)) throw badRequest('Expected an Array of InputMedia')
    if (media.length < PARTS_MIN || media.length > PARTS_MAX) {
      throw badRequest('Wrong number of media specified: album must contain 2-10 items')
    }
    const chat = writableChat(world, call.args)
    const wrapping = { ...readWrapping(world, chat, call.args), albumId: newAlbumId() }
    const parts = media.map((item: unknown) => readInputMedia(world, call, item))
    return parts.map((part) => messageJson(world, postFromBot(world, chat, part, wrapping)))
  },
}

/** An InputMedia object: its file and caption. */
export function readInputMedia(world: World, call: Call, item: unknown): Content {
  if (!isObject(item)) throw badRequest("Can't parse InputMedia: expected an Object")
  const type = text(item, 'type')
  if (type !== 'photo' && type !== 'video' && type !== 'document') {
    throw badRequest(`Can't parse InputMedia: type "${type}" is unsupported`)
  }
  const given = text(item, 'media')
  if (given === '') throw badRequest("Can't parse InputMedia: media not found")
  const { text: caption, entities } = readCaption(item)
  return { caption, entities, file: fileByReference(world, call, given, type) }
}
