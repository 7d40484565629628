import type { SimUser } from '../page-api.ts'
import type { PageState } from '../model/page-state.ts'
import { personMatches } from '../model/person.ts'
import { groupsOf } from '../model/selectors.ts'
import { byId, h, setAttribute, setChildren } from './dom.ts'
import { icon } from './icons.ts'
import { askNewPerson } from './new-person.ts'
import type { Page } from './page.ts'
import { groupContent, personContent } from './person-row.ts'

/** With more people than this a search field appears. */
const SEARCH_FROM = 12
/** A load test makes thousands of people; nobody scrolls through them. */
const LISTED = 60

/** The people one can be, each with the last words of their chat. */
export function mountPeople(page: Page): void {
  const { store, texts } = page
  mountHead(page)
  const search = byId('people-search') as HTMLInputElement
  search.placeholder = texts.t('people.search')
  search.setAttribute('aria-label', texts.t('people.search'))
  const list = byId('people-list')
  const rows = createRows(page)
  const render = (): void => {
    const state = store.get()
    search.hidden = state.users.length + state.crowd.size <= SEARCH_FROM
    const found = state.users.filter((user) => personMatches(user, search.value))
    const nodes = found.slice(0, LISTED).flatMap((user) => rows.of(state, user))
    const more = found.length - LISTED
    if (more > 0) nodes.push(h('li', { class: 'people-more' }, texts.t('people.more', { count: more })))
    setChildren(list, nodes)
  }
  search.addEventListener('input', render)
  store.watch(
    (state) =>
      [
        state.users,
        state.crowd.size,
        state.chats,
        state.messages,
        state.unread,
        state.me,
        state.chatId,
      ] as const,
    render,
  )
}

function mountHead(page: Page): void {
  const { t } = page.texts
  byId('people').setAttribute('aria-label', t('people.title'))
  byId('people-title').textContent = t('people.title')
  const add = byId('people-add')
  add.append(icon('plus'))
  add.setAttribute('aria-label', t('people.add'))
  add.title = t('people.add')
  add.addEventListener('click', () => void askNewPerson(page))
}

interface Row {
  root: HTMLLIElement
  button: HTMLButtonElement
  shown: readonly unknown[]
}

/** Rows stay the same elements for good: a finger that is on one must not find it replaced. */
function createRows(page: Page): { of(state: PageState, user: SimUser): HTMLLIElement[] } {
  const { texts, actions } = page
  const rows = new Map<string, Row>()
  const rowOf = (testId: string, className: string, press: () => void): Row => {
    const known = rows.get(testId)
    if (known !== undefined) return known
    const button = h('button', {
      class: className,
      testId,
      attributes: { type: 'button' },
      on: { click: press },
    })
    const row = { root: h('li', {}, button), button, shown: [] }
    rows.set(testId, row)
    return row
  }
  const personRow = (state: PageState, user: SimUser): HTMLLIElement => {
    const view = { user, last: state.messages.get(user.id)?.at(-1), unread: state.unread.get(user.id) ?? 0 }
    const row = rowOf(`person-${String(user.id)}`, 'person', () => {
      actions.selectPerson(user.id)
    })
    setAttribute(row.button, 'aria-current', state.me === user.id ? 'true' : undefined)
    return show(row, [user, view.last, view.unread], () => personContent(view, texts))
  }
  const groupRows = (state: PageState, user: SimUser): HTMLLIElement[] =>
    groupsOf(state, user.id).map(({ id, title }) => {
      const row = rowOf(`chat-${String(id)}`, 'person group', () => {
        actions.selectChat(id)
      })
      const unread = state.unread.get(id) ?? 0
      setAttribute(row.button, 'aria-current', state.chatId === id ? 'true' : undefined)
      return show(row, [title, unread], () => groupContent(title, unread, texts))
    })
  return {
    // Groups are listed under the person one is, and opened as that person.
    of: (state, user) => [personRow(state, user), ...(state.me === user.id ? groupRows(state, user) : [])],
  }
}

function show(row: Row, shown: readonly unknown[], content: () => (Node | string)[]): HTMLLIElement {
  if (row.shown.length === shown.length && row.shown.every((value, index) => value === shown[index]))
    return row.root
  row.shown = shown
  row.button.replaceChildren(...content())
  return row.root
}
