import type { SimEvent, SimMessage, SimState } from '../page-api.ts'
import { applyEvent } from '../model/apply-event.ts'
import type { PageState } from '../model/page-state.ts'
import { applySnapshot } from '../model/page-state.ts'
import { noPresses } from '../model/presses.ts'
import type { Store } from '../model/store.ts'
import type { SimulatorApi } from '../net/api.ts'

export interface Sync {
  /** An event of the server. */
  event: (event: SimEvent) => void
  /** Asks for everything the page shows about the current person; `fresh` forgets the rest. */
  load: (fresh: boolean) => Promise<void>
}

const PANEL_ROWS = 100
const PREVIEWED_PEOPLE = 8

interface Dependencies {
  store: Store<PageState>
  api: SimulatorApi
}

/**
 * Keeps the page equal to the server. Events that arrive while a snapshot is on its way are applied
 * a second time on top of it, because nobody knows which of the two is newer. That is harmless: they only put.
 */
export function createSync(dependencies: Dependencies): Sync {
  const { store, api } = dependencies
  let asked = 0
  let waiting = 0
  let meanwhile: SimEvent[] = []
  const take = (snapshot: SimState, fresh: boolean): void => {
    store.update((state) => merge(state, snapshot, fresh, meanwhile))
  }
  const ask = async (): Promise<SimState | undefined> => {
    const number = ++asked
    if (waiting === 0) meanwhile = []
    waiting += 1
    // The address may name a person the server does not know (any more).
    const snapshot = await api
      .state(store.get().me)
      .catch(() => api.state())
      .finally(() => {
        waiting -= 1
      })
    return number === asked ? snapshot : undefined
  }
  const load = async (fresh: boolean): Promise<void> => {
    const snapshot = await ask()
    if (snapshot === undefined) return
    take(snapshot, fresh)
    const chosen = personToPlay(snapshot, store.get().me)
    if (chosen === store.get().me) return
    store.update((state) => ({ ...state, me: chosen, chatId: chosen }))
    await load(fresh)
  }
  return {
    event(event) {
      if (waiting > 0) meanwhile.push(event)
      store.update((state) => applyEvent(state, event, Date.now()))
    },
    async load(fresh) {
      await load(fresh)
      if (fresh) await loadTheRest(dependencies)
    },
  }
}

/** The same person as before, else the first student, else anybody. */
function personToPlay({ users }: SimState, me: number | undefined): number | undefined {
  const person = users.find(({ id }) => id === me) ?? users.find(({ isAdmin }) => !isAdmin) ?? users[0]
  return person?.id
}

function merge(
  state: PageState,
  snapshot: SimState,
  fresh: boolean,
  meanwhile: readonly SimEvent[],
): PageState {
  const merged = meanwhile.reduce(
    (next, event) => applyEvent(next, event, Date.now()),
    applySnapshot(state, snapshot, fresh),
  )
  // Unread messages and pressed buttons were counted the first time. After a lost connection nobody knows
  // which presses were answered meanwhile, so they are let go.
  const presses = fresh ? noPresses() : state.presses
  return { ...merged, unread: state.unread, presses, connection: 'live' }
}

/** What the first picture does without: the rows of the panel and the last words of the other chats. */
async function loadTheRest({ store, api }: Dependencies): Promise<void> {
  const [deliveries, calls] = await Promise.all([api.deliveries(PANEL_ROWS), api.calls(PANEL_ROWS)])
  store.update((state) => ({
    ...state,
    deliveries: unite(state.deliveries, deliveries, ({ updateId }) => updateId),
    calls: unite(state.calls, calls, ({ id }) => id),
  }))
  const { users, loaded } = store.get()
  const others = users.filter((user) => user.started && !loaded.has(user.id)).slice(0, PREVIEWED_PEOPLE)
  for (const { id } of others) {
    const messages = await api.chatMessages(id)
    store.update((state) => ({
      ...state,
      messages: new Map(state.messages).set(id, unite(messages, state.messages.get(id) ?? [], messageId)),
      loaded: new Set(state.loaded).add(id),
    }))
  }
}

const messageId = (message: SimMessage): number => message.messageId

/** The first list, followed by what only the second one knows. */
function unite<Item>(first: readonly Item[], second: readonly Item[], idOf: (item: Item) => number): Item[] {
  const known = new Set(first.map(idOf))
  return [...first, ...second.filter((item) => !known.has(idOf(item)))]
}
