import type { ServerResponse } from 'node:http'
import type { SimEvent } from '../page-api.ts'
import { botProfile } from '../store/page-view.ts'
import type { Telegram } from '../telegram.ts'
import { statsOf } from './state.ts'

const KEEP_ALIVE_MS = 15_000
const STATS_MS = 1000
/** A page that does not read is let go: it reconnects and asks for the state. */
const UNREAD_BYTES = 4 * 1024 * 1024
/** A page that reads slowly is spared the log rows of a crowd. */
const BACKLOG_BYTES = 256 * 1024

/** What a stream tells; everything when both are left out. */
interface Interest {
  /** Only the chats of this user. */
  userId: number | undefined
  /** Of the people of the crowd only this one, 0 = nobody. */
  crowdId: number | undefined
}

/** All open server-sent event streams. */
export interface EventStreams {
  open(response: ServerResponse, interest: Interest): void
  /** Ends them all, so that the server can stop at once. */
  close(): void
}

export function createEventStreams(telegram: Telegram): EventStreams {
  const { world } = telegram
  const open = new Set<ServerResponse>()
  let statsTold = ''
  const ticking = setInterval(() => {
    const stats = statsOf(telegram)
    if (open.size === 0 || JSON.stringify(stats) === statsTold) return
    statsTold = JSON.stringify(stats)
    world.events.emit(() => ({ type: 'stats', stats }))
  }, STATS_MS).unref()
  return {
    open(response, interest) {
      open.add(response)
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache',
        'X-Accel-Buffering': 'no',
      })
      response.write('retry: 1000\n: connected\n\n')
      const keepAlive = setInterval(() => response.write(': keep-alive\n\n'), KEEP_ALIVE_MS).unref()
      const unsubscribe = world.events.subscribe((event) => tell(telegram, response, interest, event))
      response.on('close', () => {
        clearInterval(keepAlive)
        unsubscribe()
        open.delete(response)
      })
    },
    close() {
      clearInterval(ticking)
      for (const response of open) response.end()
    },
  }
}

function tell(telegram: Telegram, response: ServerResponse, interest: Interest, event: SimEvent): void {
  const { userId, crowdId } = interest
  if (userId !== undefined && !concerns(telegram, event, userId)) return
  if (crowdId !== undefined && isNoise(telegram, event, { crowdId, backlog: response.writableLength })) return
  if (response.writableLength > UNREAD_BYTES) {
    response.destroy()
    return
  }
  const told = event.type === 'bot' ? { ...event, bot: botProfile(telegram.world, userId) } : event
  response.write(`data: ${JSON.stringify(told)}\n\n`)
}

/** Of a campaign to very many a page shows only what its person sees; the logs may have gaps when it is slow. */
function isNoise(
  { world }: Telegram,
  event: SimEvent,
  { crowdId, backlog }: { crowdId: number; backlog: number },
): boolean {
  const id = personOf(event)
  if (id === undefined || id === crowdId || world.users.get(id)?.crowd !== true) return false
  const isLog = event.type === 'call' || event.type === 'delivery' || event.type === 'violation'
  return !isLog || backlog > BACKLOG_BYTES
}

/** The user or the chat an event is about. */
function personOf(event: SimEvent): number | undefined {
  switch (event.type) {
    case 'message':
    case 'edit':
      return event.message.chatId
    case 'delete':
    case 'delivered':
    case 'action':
      return event.chatId
    case 'user':
      return event.user.id
    case 'callback-answer':
      return event.userId
    case 'call':
      return event.call.chatId
    case 'delivery':
      return event.delivery.chatId
    case 'violation':
      return event.violation.chatId
    case 'crowd':
    case 'bot':
    case 'faults':
    case 'stats':
    case 'reset':
      return undefined
    default:
      return event satisfies never
  }
}

/** Events of a chat go to its members, everything else to everybody. */
function concerns({ world }: Telegram, event: SimEvent, userId: number): boolean {
  const sees = (chatId: number): boolean => world.chats.get(chatId)?.members.includes(userId) ?? false
  if (event.type === 'message' || event.type === 'edit') return sees(event.message.chatId)
  if (event.type === 'callback-answer') return event.userId === userId
  const isAboutChat = event.type === 'delete' || event.type === 'delivered' || event.type === 'action'
  return !isAboutChat || sees(event.chatId)
}
