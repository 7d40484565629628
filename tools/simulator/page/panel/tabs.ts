import type { PageState } from '../model/page-state.ts'
import { h, setAttribute } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'

export interface Tab {
  /** Also the last part of the key of its label. */
  name: string
  body: HTMLElement
  count: (state: PageState) => number
  /** Is a count above zero bad news? */
  alarming?: boolean
  /** Test id of the number. */
  countTestId?: string
}

export interface Tabs {
  show: (tab: Tab) => void
}

/** A row of tabs, each with its number over its name. Arrow keys walk along it. */
export function createTabs(page: Page, row: HTMLElement, place: HTMLElement, tabs: readonly Tab[]): Tabs {
  const buttons = tabs.map((tab) => tabButton(page, tab))
  const show = (tab: Tab): void => {
    tabs.forEach((each, index) => {
      const chosen = each === tab
      each.body.hidden = !chosen
      const button = buttons[index]
      if (button === undefined) return
      button.setAttribute('aria-selected', String(chosen))
      button.tabIndex = chosen ? 0 : -1
    })
  }
  tabs.forEach((tab, index) => {
    buttons[index]?.addEventListener('click', () => {
      show(tab)
    })
    tab.body.id = `tab-${tab.name}`
    tab.body.setAttribute('role', 'tabpanel')
  })
  row.setAttribute('role', 'tablist')
  row.setAttribute('aria-label', page.texts.t('panel.title'))
  row.append(...buttons)
  place.append(...tabs.map(({ body }) => body))
  row.addEventListener('keydown', (event) => {
    walk(event, buttons)
  })
  if (tabs[0] !== undefined) show(tabs[0])
  return { show }
}

function tabButton({ store, texts }: Page, tab: Tab): HTMLButtonElement {
  const number = h('span', { class: 'tab-count' })
  if (tab.countTestId !== undefined) number.dataset['testid'] = tab.countTestId
  const button = h(
    'button',
    {
      class: 'tab',
      testId: `tab-${tab.name}`,
      attributes: { type: 'button', role: 'tab', 'aria-controls': `tab-${tab.name}` },
    },
    number,
    h('span', { class: 'tab-name' }, texts.t(`panel.tab.${tab.name}`)),
  )
  store.watch(tab.count, (count) => {
    number.textContent = String(count)
    setAttribute(number, 'data-alarm', tab.alarming === true && count > 0)
  })
  return button
}

function walk(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const index = buttons.findIndex((button) => button === document.activeElement)
  const next = buttons[(index + step + buttons.length) % buttons.length]
  next?.focus()
  next?.click()
}
