import { toSimMessage } from '../../store/page-view.ts'
import type { Method } from '../method.ts'
import { checkReaction, readReaction } from '../reaction-types.ts'
import { findMessage, writableChat } from '../target-chat.ts'

export const setMessageReaction: Method = {
  name: 'setMessageReaction',
  run({ args }, { world }) {
    const wanted = readReaction(args)
    const message = findMessage(world, writableChat(world, args), args, 'message to react')
    checkReaction(wanted)
    if (wanted.emoji === undefined) delete message.reaction
    else message.reaction = wanted.emoji
    world.events.emit(() => ({ type: 'edit', message: toSimMessage(world, message) }))
    return true
  },
}
