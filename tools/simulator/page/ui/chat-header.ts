import type { PageState } from '../model/page-state.ts'
import { fullName, initials } from '../model/person.ts'
import { currentGroup, currentUser } from '../model/selectors.ts'
import { byId, h } from './dom.ts'
import { icon } from './icons.ts'
import type { Page } from './page.ts'
import { avatar } from './avatar.ts'

/** Who one talks to, who one is, and what the bot is doing. */
export function mountChatHeader(page: Page): void {
  const { store, texts } = page
  mountTitle(page)
  mountPeopleButton(page)
  let timer: ReturnType<typeof setTimeout> | undefined
  const subtitle = byId('chat-subtitle')
  const render = (): void => {
    clearTimeout(timer)
    const state = store.get()
    const action = state.chatId === undefined ? undefined : state.actions.get(state.chatId)
    const left = (action?.until ?? 0) - Date.now()
    if (action === undefined || left <= 0) {
      subtitle.replaceChildren(...idleSubtitle(page, state))
      return
    }
    timer = setTimeout(render, left)
    const key = `action.${action.action}`
    const words = texts.t(key)
    subtitle.replaceChildren(actionView(words === key ? texts.t('action.typing') : words))
  }
  store.watch((state) => [state.actions, state.chatId, state.users, state.connection] as const, render)
}

function actionView(words: string): HTMLElement {
  const dots = h(
    'span',
    { class: 'typing-dots', attributes: { 'aria-hidden': 'true' } },
    h('i'),
    h('i'),
    h('i'),
  )
  return h('span', { class: 'typing', testId: 'typing' }, words, dots)
}

function idleSubtitle({ texts: { t } }: Page, state: PageState): (Node | string)[] {
  if (state.connection === 'lost') return [t('connection.lost')]
  const user = currentUser(state)
  return user === undefined ? [] : [t('header.as'), ' ', h('bdi', {}, fullName(user))]
}

function mountTitle({ store }: Page): void {
  const title = byId('chat-title')
  const picture = byId('bot-avatar')
  store.watch(
    (state) => [state.bot, currentGroup(state)] as const,
    ([bot, group]) => {
      const name = group?.title ?? bot?.firstName ?? ''
      title.replaceChildren(h('bdi', {}, name))
      picture.textContent = name === '' ? '' : initials(name)
    },
  )
}

/** On a phone this picture is the way to the other people. */
function mountPeopleButton({ store, texts }: Page): void {
  const button = byId('people-open')
  button.setAttribute('aria-label', texts.t('people.open'))
  store.watch(currentUser, (user) => {
    const name = user === undefined ? '' : fullName(user)
    button.replaceChildren(avatar(name, user?.id ?? 0), icon('down'))
  })
}
