import type { Method } from '../method.ts'
import { postFromBot, readWrapping } from '../post-message.ts'
import { messageJson } from '../present.ts'
import { writableChat } from '../target-chat.ts'
import { readLinkPreview, readText } from '../text-content.ts'

export const sendMessage: Method = {
  name: 'sendMessage',
  run({ args }, { world }) {
    const content = { ...readText(args), ...readLinkPreview(args) }
    const chat = writableChat(world, args)
    return messageJson(world, postFromBot(world, chat, content, readWrapping(world, chat, args)))
  },
}
