import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { defined } from '../defined.ts'
import { contentOf, originOf } from '../store/content.ts'
import type { Content, ForwardOrigin, User } from '../store/model.ts'
import { toSimMessage, toSimUser } from '../store/page-view.ts'
import type { World } from '../store/world.ts'
import type { Telegram } from '../telegram.ts'
import { ControlError } from './control-error.ts'
import { launchMiniApp } from './launch-data.ts'
import { setBlocked } from './membership.ts'
import { pathUser, readBody } from './params.ts'
import type { Presses } from './presses.ts'
import { readContent, writtenMessage } from './user-content.ts'
import { writeMessage } from './write-message.ts'

/** Files travel as base64 in JSON, bytes. */
const UPLOAD_MAX = 30 * 1024 * 1024

const newUser = z.object({
  /** Up to 52 bits, as on Telegram. */
  id: z
    .number()
    .int()
    .positive()
    .max(2 ** 52)
    .optional(),
  firstName: z.string().min(1).max(64),
  lastName: z.string().min(1).max(64).optional(),
  username: z
    .string()
    .regex(/^\w{4,32}$/)
    .optional(),
  languageCode: z.string().min(2).max(10).optional(),
  isAdmin: z.boolean().optional(),
})
const startBody = z.object({
  payload: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .optional(),
})
const pressBody = z.object({ chatId: z.number().int(), messageId: z.number().int(), data: z.string() })
const webAppBody = z.object({
  url: z.url(),
  startParam: z
    .string()
    .regex(/^[\w-]{1,512}$/)
    .optional(),
})

/** What people do: write, start, press, block. */
export function peopleRoutes(app: FastifyInstance, telegram: Telegram, presses: Presses): void {
  const { world } = telegram
  app.post('/users', (request) => {
    const { firstName, ...rest } = readBody(newUser, request)
    const user = world.add({ firstName, ...defined(rest) })
    world.events.emit(() => ({ type: 'user', user: toSimUser(user) }))
    return toSimUser(user)
  })
  app.post('/users/:id/messages', { bodyLimit: UPLOAD_MAX }, (request) => {
    const user = pathUser(request, world)
    const written = readBody(writtenMessage, request)
    const what =
      written.forward === undefined
        ? { content: readContent(world, written) }
        : forwarded(world, user, written.forward)
    const wanted = { chatId: written.chatId ?? user.id, ...what }
    return toSimMessage(world, writeMessage(telegram, presses, user, wanted))
  })
  app.post('/users/:id/start', (request) => {
    const user = pathUser(request, world)
    const { payload } = readBody(startBody, request)
    setBlocked(telegram, user, false)
    const text = payload === undefined || payload === '' ? '/start' : `/start ${payload}`
    const wanted = { chatId: user.id, content: readContent(world, { text }) }
    return toSimMessage(world, writeMessage(telegram, presses, user, wanted))
  })
  app.post('/users/:id/press', (request) => {
    const user = pathUser(request, world)
    const { chatId, messageId, data } = readBody(pressBody, request)
    const message = world.messages.find(chatId, messageId)
    if (message === undefined)
      throw new ControlError(404, `There is no message ${messageId} in chat ${chatId}`)
    if (world.chats.get(chatId)?.members.includes(user.id) !== true) {
      throw new ControlError(403, `User ${user.id} is not a member of chat ${chatId}`)
    }
    const rows = message.markup?.kind === 'inline' ? message.markup.rows : []
    if (!rows.flat().some((button) => button.callback_data === data)) {
      throw new ControlError(400, `Message ${messageId} has no button with this callback_data`)
    }
    user.lastActiveAt = world.now()
    return { queryId: presses.press({ userId: user.id, message, data }) }
  })
  app.post('/users/:id/web-app', (request) => {
    const { url, startParam } = readBody(webAppBody, request)
    return launchMiniApp(telegram, pathUser(request, world), url, startParam)
  })
  standingRoutes(app, telegram)
}

/** A message of a chat that the user reads, as the same user forwards it. */
function forwarded(
  world: World,
  user: User,
  { chatId, messageId }: { chatId: number; messageId: number },
): { content: Content; forward: ForwardOrigin } {
  const message = world.messages.find(chatId, messageId)
  if (message === undefined || world.chats.get(chatId)?.members.includes(user.id) !== true) {
    throw new ControlError(404, `User ${user.id} sees no message ${messageId} in chat ${chatId}`)
  }
  if (message.protected) throw new ControlError(409, 'The bot does not allow this message to be forwarded')
  return { content: contentOf(message), forward: originOf(message) }
}

/** How a user stands to the bot. */
function standingRoutes(app: FastifyInstance, telegram: Telegram): void {
  const { world } = telegram
  app.post('/users/:id/block', (request) => {
    setBlocked(telegram, pathUser(request, world), true)
    return {}
  })
  app.post('/users/:id/unblock', (request) => {
    setBlocked(telegram, pathUser(request, world), false)
    return {}
  })
  app.post('/users/:id/deactivate', (request) => {
    pathUser(request, world).deactivated = true
    return {}
  })
}
