import type { CrowdPeople, SimUser } from '../page-api.ts'
import { attempt } from '../ui/attempt.ts'
import { h, setAttribute } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import { personContent } from '../ui/person-row.ts'

/** Nobody scrolls further: there is a search. */
const LISTED = 40
/** Typing and progress come in bursts. */
const GATHER_MS = 250

export interface CrowdList {
  root: HTMLElement
  /** Shows the first people of the crowd that fit the search, or nobody. */
  show: (visible: boolean, search: string) => void
}

export function createCrowdList(page: Page): CrowdList {
  const { api, store, texts } = page
  const root = h('ul', { class: 'crowd-list', attributes: { hidden: true } })
  let wanted = ''
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = async (): Promise<void> => {
    timer = undefined
    const number = ++asked
    await attempt(page, async () => {
      const found = await api.crowdPeople(wanted, LISTED)
      if (number === asked) root.replaceChildren(...rows(found))
    })
  }
  const rows = ({ total, people }: CrowdPeople): HTMLElement[] => {
    const { me } = store.get()
    const nodes = people.map((user) => row(page, user, user.id === me))
    const more = total - people.length
    if (total === 0) nodes.push(h('li', { class: 'people-more' }, texts.t('crowd.nobody')))
    if (more > 0) nodes.push(h('li', { class: 'people-more' }, texts.t('people.more', { count: more })))
    return nodes
  }
  return {
    root,
    show(visible, search) {
      root.hidden = !visible
      wanted = search
      if (visible) timer ??= setTimeout(() => void load(), GATHER_MS)
    },
  }
}

function row({ actions, texts }: Page, user: SimUser, current: boolean): HTMLElement {
  const button = h(
    'button',
    {
      class: 'person',
      testId: 'crowd-person',
      attributes: { type: 'button' },
      on: {
        click() {
          actions.selectPerson(user.id)
        },
      },
    },
    ...personContent({ user, last: undefined, unread: 0 }, texts),
  )
  setAttribute(button, 'aria-current', current ? 'true' : undefined)
  return h('li', {}, button)
}
