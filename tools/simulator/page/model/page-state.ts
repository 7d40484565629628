import type {
  ApiCall,
  BotProfile,
  CrowdStatus,
  Delivery,
  Fault,
  SimChat,
  SimMessage,
  SimState,
  SimStats,
  SimUser,
  Violation,
} from '../page-api.ts'
import type { Presses } from './presses.ts'
import { noPresses } from './presses.ts'

export type Connection = 'connecting' | 'live' | 'lost'

/** What the bot is doing in a chat right now, until a moment in Unix milliseconds. */
export interface ChatAction {
  action: string
  until: number
}

/** Everything the page shows. */
export interface PageState {
  connection: Connection
  bot: BotProfile | undefined
  /** Without the crowd; of the crowd only the person being played. */
  users: readonly SimUser[]
  crowd: CrowdStatus
  chats: readonly SimChat[]
  /** By chat id, oldest first. */
  messages: ReadonlyMap<number, readonly SimMessage[]>
  /** Chats whose messages are known from the beginning. */
  loaded: ReadonlySet<number>
  /** Messages of the bot not looked at yet, by chat id. */
  unread: ReadonlyMap<number, number>
  actions: ReadonlyMap<number, ChatAction>
  /** The person being played, and the chat on the screen. */
  me: number | undefined
  chatId: number | undefined
  /** A deep link that was opened but not started yet. */
  pendingStart: string | undefined
  presses: Presses
  webhook: SimState['webhook'] | undefined
  faults: readonly Fault[]
  violations: readonly Violation[]
  /** Newest first. */
  deliveries: readonly Delivery[]
  /** Newest first. */
  calls: readonly ApiCall[]
  stats: SimStats
}

export const EMPTY_STATS: SimStats = {
  calls: 0,
  sends: 0,
  violations: 0,
  pendingUpdates: 0,
  deliveredUpdates: 0,
  outcomes: {
    sent: 0,
    blocked: 0,
    rejected: 0,
    flood: 0,
    unauthorized: 0,
    'server-error': 0,
    'sent-unanswered': 0,
    unanswered: 0,
  },
  bulk: { sends: 0, perSecondMax: 0 },
  paid: { sends: 0, perSecondMax: 0 },
}

const NO_CROWD: CrowdStatus = {
  size: 0,
  started: 0,
  delivered: 0,
  answered: 0,
  blocked: 0,
  deactivated: 0,
  working: false,
}

/** The page before it has heard anything. */
export function initialState(): PageState {
  return {
    connection: 'connecting',
    bot: undefined,
    users: [],
    crowd: NO_CROWD,
    chats: [],
    messages: new Map(),
    loaded: new Set(),
    unread: new Map(),
    actions: new Map(),
    me: undefined,
    chatId: undefined,
    pendingStart: undefined,
    presses: noPresses(),
    webhook: undefined,
    faults: [],
    violations: [],
    deliveries: [],
    calls: [],
    stats: EMPTY_STATS,
  }
}

/**
 * Takes over what the server says. After a lost connection (`fresh`) all chats known so far are forgotten:
 * what happened meanwhile is unknown.
 */
export function applySnapshot(state: PageState, snapshot: SimState, fresh: boolean): PageState {
  const chats = Object.entries(snapshot.messages).map(([id, list]) => [Number(id), list] as const)
  return {
    ...state,
    bot: snapshot.bot,
    users: snapshot.users,
    crowd: snapshot.crowd,
    chats: snapshot.chats,
    messages: new Map([...(fresh ? [] : state.messages), ...chats]),
    loaded: new Set([...(fresh ? [] : state.loaded), ...chats.map(([id]) => id)]),
    webhook: snapshot.webhook,
    faults: snapshot.faults,
    violations: snapshot.violations,
    stats: snapshot.stats,
  }
}
