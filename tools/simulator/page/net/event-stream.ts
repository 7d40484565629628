import type { SimEvent } from '../page-api.ts'

export interface EventStreamListener {
  /** Connected, for the first time or again: what happened before is unknown. */
  opened: () => void
  event: (event: SimEvent) => void
  /** The line broke; the stream tries again by itself. */
  lost: () => void
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 8000

export interface EventStream {
  /** Of the people of the crowd only this one is told of from now on, 0 = nobody. */
  follow: (crowdId: number) => void
}

/** Listens to everything that happens in the simulator but for the crowd, and reconnects for ever. */
export function openEventStream(listener: EventStreamListener): EventStream {
  let retryMs = FIRST_RETRY_MS
  let followed = 0
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const connect = (): void => {
    source = new EventSource(`/sim/events?crowd=${String(followed)}`)
    source.onopen = () => {
      retryMs = FIRST_RETRY_MS
      listener.opened()
    }
    source.onmessage = (message: MessageEvent<string>) => {
      const event = parseEvent(message.data)
      if (event !== undefined) listener.event(event)
    }
    // The browser's own retry gives up after some answers (a 500 while the server starts), so it is done here.
    source.onerror = () => {
      source.close()
      listener.lost()
      timer = setTimeout(connect, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    }
  }
  connect()
  return {
    follow(crowdId) {
      if (crowdId === followed) return
      followed = crowdId
      source.close()
      clearTimeout(timer)
      connect()
    },
  }
}

function parseEvent(data: string): SimEvent | undefined {
  try {
    // The server's contract is page-api.ts: both sides are compiled against it.
    return JSON.parse(data) as SimEvent
  } catch {
    return undefined
  }
}
