import type { SimEvent } from './page-api.ts'
import { mountComposer } from './composer/composer.ts'
import { readPageQuery, writePageQuery } from './model/deep-link.ts'
import type { PageState } from './model/page-state.ts'
import { initialState } from './model/page-state.ts'
import type { Store } from './model/store.ts'
import { createStore } from './model/store.ts'
import type { Texts } from './model/texts.ts'
import type { SimulatorApi } from './net/api.ts'
import { createApi } from './net/api.ts'
import { currentCrowdId } from './model/selectors.ts'
import { openEventStream } from './net/event-stream.ts'
import { mountPanel } from './panel/panel.ts'
import { createActions } from './ui/actions.ts'
import { attempt } from './ui/attempt.ts'
import { mountChatHeader } from './ui/chat-header.ts'
import { createDialogs } from './ui/dialogs.ts'
import { byId } from './ui/dom.ts'
import { createLayers } from './ui/layers.ts'
import { mountEmptyChat } from './ui/empty-chat.ts'
import { loadTexts } from './ui/load-texts.ts'
import { mountMessageList } from './ui/message-list.ts'
import type { Page } from './ui/page.ts'
import { mountCrowd } from './crowd/crowd-section.ts'
import { mountPeople } from './ui/people-list.ts'
import { showCallbackAnswer } from './ui/press-action.ts'
import { mountSettings } from './ui/settings.ts'
import { createSheets } from './ui/sheets.ts'
import { mountShortcuts } from './ui/shortcuts.ts'
import { mountStrip } from './ui/strip.ts'
import type { Sync } from './ui/sync.ts'
import { createSync } from './ui/sync.ts'
import { createToast } from './ui/toast.ts'

const BOT_CHANGE_MS = 150
const RETRY_MS = 1500

const nowhere = (): void => undefined

function createPage(
  texts: Texts,
  store: Store<PageState>,
  api: SimulatorApi,
  reload: () => Promise<void>,
): Page {
  const toast = createToast(byId('toasts'))
  const page: Page = {
    store,
    texts,
    api,
    toast,
    dialogs: createDialogs(texts),
    layers: createLayers(),
    ways: { toMessage: nowhere, toPanelRow: nowhere, toComposer: nowhere, toDraft: nowhere },
    get actions() {
      return actions
    },
  }
  const actions = createActions(page, () => attempt(page, reload))
  return page
}

function mount(page: Page): void {
  mountStrip(page)
  mountChatHeader(page)
  mountPeople(page)
  mountCrowd(page)
  mountSettings(page)
  mountMessageList(page)
  mountEmptyChat(page)
  mountComposer(page)
  const sheets = createSheets(page)
  mountPanel(page, sheets)
  mountShortcuts(page, sheets)
}

/** The address always names the person and the deep link, so that a reload comes back to them. */
function keepAddress({ store }: Page): void {
  store.watch(
    (state) => [state.me, state.pendingStart] as const,
    ([user, start]) => {
      if (user === undefined) return
      const query = writePageQuery({ user, ...(start === undefined ? {} : { start }) })
      history.replaceState(history.state, '', query)
    },
  )
}

/** Keeps everything equal to the server, now and after each broken line. */
function follow(page: Page, sync: Sync): void {
  const refresh = (): void => {
    sync.load(true).catch(() => {
      page.store.update((state) => ({ ...state, connection: 'lost' }))
      setTimeout(refresh, RETRY_MS)
    })
  }
  let botTimer: ReturnType<typeof setTimeout> | undefined
  const stream = openEventStream({
    opened: refresh,
    lost() {
      page.store.update((state) => ({ ...state, connection: 'lost' }))
    },
    event(event) {
      sync.event(event)
      if (event.type === 'callback-answer') showCallbackAnswer(page, event)
      if (event.type === 'reset') refresh()
      if (!changesBot(event)) return
      clearTimeout(botTimer)
      botTimer = setTimeout(() => void attempt(page, () => sync.load(false)), BOT_CHANGE_MS)
    },
  })
  page.store.watch(currentCrowdId, stream.follow)
}

/** Commands differ from person to person and webhooks have no event of their own: both are asked for anew. */
function changesBot(event: SimEvent): boolean {
  return event.type === 'bot' || (event.type === 'call' && /^(set|delete)Webhook$/i.test(event.call.method))
}

async function main(): Promise<void> {
  const { user, start } = readPageQuery(location.search)
  const store = createStore({ ...initialState(), me: user, chatId: user, pendingStart: start }, (render) => {
    requestAnimationFrame(render)
  })
  const api = createApi()
  const sync = createSync({ store, api })
  const page = createPage(await loadTexts(), store, api, () => sync.load(false))
  document.title = page.texts.t('title')
  mount(page)
  keepAddress(page)
  follow(page, sync)
}

await main()
