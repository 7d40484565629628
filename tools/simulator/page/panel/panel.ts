import type { SimMessage } from '../page-api.ts'
import { byId, h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import type { Sheets } from '../ui/sheets.ts'
import { createCallsTab } from './calls-tab.ts'
import { createDeliveriesTab } from './deliveries-tab.ts'
import { createFaultsTab } from './faults-tab.ts'
import { mountStudentCard } from './student-card.ts'
import type { Tab } from './tabs.ts'
import { createTabs } from './tabs.ts'
import { createViolationsTab } from './violations-tab.ts'

/** The developer panel: what the bot and the simulator say to each other, and ways to disturb it. */
export function mountPanel(page: Page, sheets: Sheets): void {
  mountToggle(page, sheets)
  byId('panel').setAttribute('aria-label', page.texts.t('panel.title'))
  mountStudentCard(page)
  const deliveries = createDeliveriesTab(page)
  const calls = createCallsTab(page)
  const list: Tab[] = [createFaultsTab(page), createViolationsTab(page), deliveries, calls]
  const tabs = createTabs(page, byId('panel-tabs'), byId('panel-body'), list)
  page.ways.toPanelRow = (message) => {
    sheets.openPanel()
    const tab = message.from === 0 ? calls : deliveries
    tabs.show(tab)
    if (!tab.showRow(rowOf(page, message))) page.toast(page.texts.t('panel.no-row'))
  }
  const { toMessage } = page.ways
  page.ways.toMessage = (chatId, messageId) => {
    sheets.closeOverlays()
    toMessage(chatId, messageId)
  }
}

/** The newest row about a message: the call that sent or edited it, or the update that carried it. */
function rowOf({ store }: Page, { chatId, messageId, from }: SimMessage): number | undefined {
  const { calls, deliveries } = store.get()
  const isAbout = (row: { chatId?: number; messageId?: number }): boolean =>
    row.chatId === chatId && row.messageId === messageId
  return from === 0 ? calls.find(isAbout)?.id : deliveries.find(isAbout)?.updateId
}

function mountToggle({ store, texts }: Page, sheets: Sheets): void {
  const toggle = byId('panel-toggle')
  toggle.setAttribute('aria-label', texts.t('panel.toggle'))
  toggle.title = texts.t('panel.toggle')
  const badge = h('span', { class: 'badge danger', attributes: { hidden: true, 'aria-hidden': 'true' } })
  toggle.append(icon('wrench'), badge)
  toggle.addEventListener('click', sheets.togglePanel)
  store.watch(
    (state) => [state.stats.violations, state.violations.length] as const,
    (counts) => {
      const count = Math.max(...counts)
      badge.hidden = count === 0
      badge.textContent = String(count)
    },
  )
}
