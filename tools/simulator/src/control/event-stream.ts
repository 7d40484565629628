import type { ServerResponse } from 'node:http'
import type { SimEvent } from '../page-api.ts'
import { botProfile } from '../store/page-view.ts'
import type { Telegram } from '../telegram.ts'
import { statsOf } from './state.ts'

const KEEP_ALIVE_MS = 15_000
const STATS_MS = 1000
/** A page that does not read is let go: it reconnects and asks for the state. */
const UNREAD_BYTES = 4 * 1024 * 1024

/** All open server-sent event streams. */
export interface EventStreams {
  open(response: ServerResponse, userId: number | undefined): void
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
    open(response, userId) {
      open.add(response)
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache',
        'X-Accel-Buffering': 'no',
      })
      response.write('retry: 1000\n: connected\n\n')
      const keepAlive = setInterval(() => response.write(': keep-alive\n\n'), KEEP_ALIVE_MS).unref()
      const unsubscribe = world.events.subscribe((event) => tell(telegram, response, userId, event))
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

function tell(
  telegram: Telegram,
  response: ServerResponse,
  userId: number | undefined,
  event: SimEvent,
): void {
  if (userId !== undefined && !concerns(telegram, event, userId)) return
  if (response.writableLength > UNREAD_BYTES) {
    response.destroy()
    return
  }
  const told = event.type === 'bot' ? { ...event, bot: botProfile(telegram.world, userId) } : event
  response.write(`data: ${JSON.stringify(told)}\n\n`)
}

/** Events of a chat go to its members, everything else to everybody. */
function concerns({ world }: Telegram, event: SimEvent, userId: number): boolean {
  const sees = (chatId: number): boolean => world.chats.get(chatId)?.members.includes(userId) ?? false
  if (event.type === 'message' || event.type === 'edit') return sees(event.message.chatId)
  if (event.type === 'callback-answer') return event.userId === userId
  const isAboutChat = event.type === 'delete' || event.type === 'delivered' || event.type === 'action'
  return !isAboutChat || sees(event.chatId)
}
