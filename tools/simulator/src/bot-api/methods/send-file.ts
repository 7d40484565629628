import type { FileKind } from '../../store/model.ts'
import { readFile } from '../input-file.ts'
import type { Method } from '../method.ts'
import { postFromBot, readWrapping } from '../post-message.ts'
import { messageJson } from '../present.ts'
import { writableChat } from '../target-chat.ts'
import { readCaption } from '../text-content.ts'

export const sendPhoto = sendFile('sendPhoto', 'photo')
export const sendDocument = sendFile('sendDocument', 'document')
export const sendVideo = sendFile('sendVideo', 'video')

function sendFile(name: string, kind: FileKind): Method {
  return {
    name,
    run(call, { world }) {
      const { text: caption, entities } = readCaption(call.args)
      const chat = writableChat(world, call.args)
      const wrapping = readWrapping(world, chat, call.args)
      const file = readFile(world, call, kind, kind)
      return messageJson(world, postFromBot(world, chat, { caption, entities, file }, wrapping))
    },
  }
}
