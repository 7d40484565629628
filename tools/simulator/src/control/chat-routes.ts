import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Chat } from '../store/model.ts'
import { toSimChat, toSimMessage } from '../store/page-view.ts'
import type { World } from '../store/world.ts'
import type { Telegram } from '../telegram.ts'
import { ControlError } from './control-error.ts'
import { pathId, readBody } from './params.ts'

const newChat = z.object({
  id: z.number().int().negative().optional(),
  title: z.string().min(1).max(128),
  type: z.enum(['group', 'supergroup']).default('group'),
  members: z.array(z.number().int()).optional(),
})
const membershipBody = z.object({ membership: z.enum(['member', 'left', 'kicked']) })

/** Groups and what was written in a chat. */
export function chatRoutes(app: FastifyInstance, telegram: Telegram): void {
  const { world } = telegram
  const find = (id: number): Chat => {
    const chat = world.chats.get(id)
    if (chat === undefined) throw new ControlError(404, `There is no chat ${id}`)
    return chat
  }
  app.get('/chats/:id/messages', (request) => {
    const chat = find(pathId(request))
    return world.messages.ofChat(chat.id).map((message) => toSimMessage(world, message))
  })
  app.post('/chats', (request) => {
    const { id, title, type, members } = readBody(newChat, request)
    const chat: Chat = {
      id: id ?? newGroupId(type),
      type,
      title,
      members: members ?? everybody(world),
      membership: 'member',
    }
    world.chats.set(chat.id, chat)
    return toSimChat(world, chat)
  })
  app.post('/chats/:id/migrate', (request) => {
    const group = find(pathId(request))
    if (group.type === 'private') throw new ControlError(400, 'A private chat cannot be migrated')
    group.migratedTo ??= newGroupId('supergroup')
    const { title, members, migratedTo } = group
    world.chats.set(migratedTo, { id: migratedTo, type: 'supergroup', title, members, membership: 'member' })
    return { migratedTo }
  })
  app.post('/chats/:id/membership', (request) => {
    find(pathId(request)).membership = readBody(membershipBody, request).membership
    return {}
  })
}

/** A crowd would make a group that nobody can read. */
function everybody({ users }: World): number[] {
  return [...users.values()].filter((user) => user.crowd !== true).map((user) => user.id)
}

/** Groups have negative ids, supergroups begin with -100. */
function newGroupId(type: 'group' | 'supergroup'): number {
  const number = randomInt(10 ** 8, 10 ** 9)
  return type === 'group' ? -number : -(10 ** 12 + 10 ** 9 + number)
}
