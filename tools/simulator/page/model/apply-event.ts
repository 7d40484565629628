import type { SimEvent, SimMessage } from '../page-api.ts'
import type { PageState } from './page-state.ts'
import { EMPTY_STATS } from './page-state.ts'
import { answered, noPresses } from './presses.ts'

/** How long a chat action lasts unless it is repeated, as in Telegram. */
const ACTION_MS = 5000

/** Messages of a chat that are kept, as many as the server keeps. */
const MESSAGES_KEPT = 500

/** Rows the developer panel keeps of each list. */
const ROWS_KEPT = 200

/** The state after one event of the server. `now` is in Unix milliseconds. */
export function applyEvent(state: PageState, event: SimEvent, now: number): PageState {
  switch (event.type) {
    case 'message':
      return withMessage(state, event.message)
    case 'edit':
      return { ...state, messages: put(state, event.message) }
    case 'delete':
      return changeChat(state, event.chatId, (list) =>
        list.filter(({ messageId }) => messageId !== event.messageId),
      )
    case 'delivered':
      return changeChat(state, event.chatId, (list) =>
        list.map((message) =>
          message.messageId === event.messageId ? { ...message, delivered: true } : message,
        ),
      )
    case 'action':
      return { ...state, actions: withAction(state, event, now) }
    case 'callback-answer':
      return { ...state, presses: answered(state.presses, event.queryId) }
    case 'user':
      return { ...state, users: putBy(state.users, event.user, (user) => user.id) }
    case 'crowd':
      return { ...state, crowd: event.crowd }
    case 'bot':
      return { ...state, bot: event.bot }
    case 'faults':
    case 'violation':
    case 'delivery':
    case 'call':
    case 'stats':
    case 'reset':
      return applyPanelEvent(state, event)
    default:
      return event satisfies never
  }
}

type PanelEvent = Extract<
  SimEvent,
  { type: 'faults' | 'violation' | 'delivery' | 'call' | 'stats' | 'reset' }
>

function applyPanelEvent(state: PageState, event: PanelEvent): PageState {
  switch (event.type) {
    case 'faults':
      return { ...state, faults: event.faults }
    case 'violation':
      return {
        ...state,
        violations: putBy(state.violations, event.violation, ({ id }) => id).slice(-ROWS_KEPT),
      }
    case 'delivery':
      return {
        ...state,
        deliveries: newestFirst(state.deliveries, event.delivery, ({ updateId }) => updateId),
      }
    case 'call':
      return { ...state, calls: newestFirst(state.calls, event.call, ({ id }) => id) }
    case 'stats':
      return { ...state, stats: event.stats }
    case 'reset':
      return forget(state)
    default:
      return event satisfies never
  }
}

/** An empty action says that the last one is over. */
function withAction(
  state: PageState,
  { chatId, action }: Extract<SimEvent, { type: 'action' }>,
  now: number,
): PageState['actions'] {
  const actions = new Map(state.actions)
  if (action === '') actions.delete(chatId)
  else actions.set(chatId, { action, until: now + ACTION_MS })
  return actions
}

function withMessage(state: PageState, message: SimMessage): PageState {
  const next = { ...state, messages: put(state, message) }
  if (message.from !== 0) return next
  const actions = new Map(state.actions)
  actions.delete(message.chatId)
  if (message.chatId === state.chatId) return { ...next, actions }
  const unread = new Map(state.unread).set(message.chatId, (state.unread.get(message.chatId) ?? 0) + 1)
  return { ...next, actions, unread }
}

function put(state: PageState, message: SimMessage): PageState['messages'] {
  const list = state.messages.get(message.chatId) ?? []
  return new Map(state.messages).set(message.chatId, putMessage(list, message))
}

function putMessage(list: readonly SimMessage[], message: SimMessage): readonly SimMessage[] {
  const last = list.at(-1)
  if (last === undefined || last.messageId < message.messageId)
    return [...list, message].slice(-MESSAGES_KEPT)
  const known = list.some(({ messageId }) => messageId === message.messageId)
  if (known) return list.map((other) => (other.messageId === message.messageId ? message : other))
  return [...list, message].sort((a, b) => a.messageId - b.messageId)
}

function changeChat(
  state: PageState,
  chatId: number,
  change: (list: readonly SimMessage[]) => readonly SimMessage[],
): PageState {
  const list = state.messages.get(chatId)
  return list === undefined
    ? state
    : { ...state, messages: new Map(state.messages).set(chatId, change(list)) }
}

function putBy<Item>(list: readonly Item[], item: Item, idOf: (item: Item) => number): readonly Item[] {
  const index = list.findIndex((other) => idOf(other) === idOf(item))
  return index === -1 ? [...list, item] : list.with(index, item)
}

function newestFirst<Item>(list: readonly Item[], item: Item, idOf: (item: Item) => number): readonly Item[] {
  const index = list.findIndex((other) => idOf(other) === idOf(item))
  return index === -1 ? [item, ...list].slice(0, ROWS_KEPT) : list.with(index, item)
}

function forget(state: PageState): PageState {
  return {
    ...state,
    messages: new Map(),
    loaded: new Set(),
    unread: new Map(),
    actions: new Map(),
    presses: noPresses(),
    faults: [],
    violations: [],
    deliveries: [],
    calls: [],
    stats: EMPTY_STATS,
  }
}
