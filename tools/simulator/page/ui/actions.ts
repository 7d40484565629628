import type { SimUser } from '../page-api.ts'
import { startPayload, isOpenable } from '../model/deep-link.ts'
import { readMarkup } from '../model/markup.ts'
import { currentUser } from '../model/selectors.ts'
import type { Outgoing } from '../net/api.ts'
import { pressInline } from './press-action.ts'
import { attempt } from './attempt.ts'
import type { Actions, Page } from './page.ts'

/** The verbs of the page. `reload` asks the server for everything about the current person. */
export function createActions(page: Page, reload: () => Promise<unknown>): Actions {
  return { ...choosing(page, reload), ...sending(page), ...starting(page), ...opening(page) }
}

function choosing(
  { store }: Page,
  reload: () => Promise<unknown>,
): Pick<Actions, 'selectPerson' | 'selectChat' | 'stepPerson'> {
  const selectPerson = (id: number): void => {
    if (store.get().me === id && store.get().chatId === id) return
    store.update((state) => lookAt({ ...state, me: id, pendingStart: undefined }, id))
    void reload()
  }
  return {
    selectPerson,
    selectChat(chatId) {
      store.update((state) => lookAt(state, chatId))
    },
    stepPerson(step) {
      const { users, me } = store.get()
      const index = users.findIndex((user) => user.id === me)
      const next = users[(index + step + users.length) % users.length]
      if (next !== undefined) selectPerson(next.id)
    },
  }
}

function lookAt<State extends { chatId: number | undefined; unread: ReadonlyMap<number, number> }>(
  state: State,
  chatId: number,
): State {
  const unread = new Map(state.unread)
  unread.delete(chatId)
  return { ...state, chatId, unread }
}

function sending(
  page: Page,
): Pick<Actions, 'sendTyped' | 'sendText' | 'sendPhoto' | 'sendDocument' | 'forward'> {
  // One after the other: two quick messages must not overtake each other on their way.
  let queue: Promise<unknown> = Promise.resolve()
  const send = (message: Outgoing, chatId = page.store.get().chatId): Promise<boolean> => {
    const { me } = page.store.get()
    if (me === undefined || chatId === undefined) return Promise.resolve(false)
    const sent = queue.then(() => attempt(page, () => page.api.send(me, { ...message, chatId })))
    queue = sent
    return sent
  }
  return {
    sendTyped: (source) => send(withEntities(readMarkup(source.trim()))),
    sendText: (text) => send({ text }),
    sendPhoto: (data, caption) => send({ photo: { data }, ...captioned(caption) }),
    sendDocument: (document, caption) => send({ document, ...captioned(caption) }),
    async forward({ chatId, messageId }) {
      const { me } = page.store.get()
      if (me === undefined || !(await send({ forward: { chatId, messageId } }, me))) return
      if (page.store.get().chatId !== me) page.actions.selectChat(me)
    },
  }
}

function captioned(source: string): Outgoing {
  const marked = readMarkup(source.trim())
  return marked.text === '' ? {} : withEntities(marked)
}

function withEntities({ text, entities }: ReturnType<typeof readMarkup>): Outgoing {
  return entities.length === 0 ? { text } : { text, entities }
}

function starting(page: Page): Pick<Actions, 'start' | 'cancelStart' | 'setBlocked'> {
  const { store, api } = page
  const cancelStart = (): void => {
    store.update((state) => ({ ...state, pendingStart: undefined }))
  }
  return {
    cancelStart,
    async start() {
      const { me, pendingStart } = store.get()
      if (me === undefined) return
      if (!(await attempt(page, () => api.start(me, pendingStart)))) return
      changeUser(page, me, { started: true })
      cancelStart()
      page.ways.toComposer()
    },
    async setBlocked(blocked) {
      const user = currentUser(store.get())
      if (user === undefined) return
      if (await attempt(page, () => api.setBlocked(user.id, blocked))) changeUser(page, user.id, { blocked })
    },
  }
}

function changeUser({ store }: Page, id: number, change: Partial<SimUser>): void {
  store.update((state) => ({
    ...state,
    users: state.users.map((user) => (user.id === id ? { ...user, ...change } : user)),
  }))
}

function opening(page: Page): Pick<Actions, 'openLink' | 'copy' | 'press'> {
  const { store, toast, texts, dialogs } = page
  const openLink = async (url: string): Promise<void> => {
    const { bot, me } = store.get()
    const payload = bot === undefined ? undefined : startPayload(url, bot.username)
    if (payload !== undefined) {
      store.update((state) => ({ ...state, chatId: me, pendingStart: payload === '' ? undefined : payload }))
      return
    }
    if (!isOpenable(url)) toast(texts.t('link.refused'), 'problem')
    else if (await dialogs.confirmLink(url)) window.open(url, '_blank', 'noopener,noreferrer')
  }
  const copy = async (text: string): Promise<void> => {
    if (!isSecureContext) {
      toast(texts.t('copy.refused'), 'problem')
      return
    }
    const copied = await attempt(page, () => navigator.clipboard.writeText(text))
    if (copied) toast(texts.t('copied'))
  }
  return {
    openLink,
    copy,
    press: (message, button) => pressInline(page, { openLink, copy }, message, button),
  }
}
