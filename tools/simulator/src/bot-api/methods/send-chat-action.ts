import { text } from '../args.ts'
import type { Method } from '../method.ts'
import { badRequest } from '../refusal.ts'
import { writableChat } from '../target-chat.ts'

const ACTIONS = new Set([
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice'],
  ...['upload_document', 'choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
])

export const sendChatAction: Method = {
  name: 'sendChatAction',
  run({ args }, { world }) {
    const action = text(args, 'action').toLowerCase()
    if (!ACTIONS.has(action) && action !== 'cancel') throw badRequest('Wrong parameter action in request')
    const chat = writableChat(world, args)
    if (action === 'cancel') world.actions.end(chat.id)
    else world.actions.begin(chat.id, action)
    return true
  },
}
