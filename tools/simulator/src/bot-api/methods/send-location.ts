import type { Args } from '../args.ts'
import { text } from '../args.ts'
import type { Method } from '../method.ts'
import { postFromBot, readWrapping } from '../post-message.ts'
import { messageJson } from '../present.ts'
import { badRequest } from '../refusal.ts'
import { writableChat } from '../target-chat.ts'

export const sendLocation: Method = {
  name: 'sendLocation',
  run({ args }, { world }) {
    const location = {
      latitude: degrees(args, 'latitude', 90),
      longitude: degrees(args, 'longitude', 180),
    }
    const chat = writableChat(world, args)
    const message = postFromBot(world, chat, { entities: [], location }, readWrapping(world, chat, args))
    return messageJson(world, message)
  },
}

function degrees(args: Args, field: string, max: number): number {
  const given = text(args, field)
  if (given === '') throw badRequest(`${field} is empty`)
  const value = Number(given)
  if (Number.isNaN(value) || Math.abs(value) > max) throw badRequest('Wrong location specified')
  return value
}
