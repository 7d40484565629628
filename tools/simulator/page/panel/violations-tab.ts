import type { Violation } from '../page-api.ts'
import { clockTimeWithSeconds } from '../model/kyiv-time.ts'
import { attempt } from '../ui/attempt.ts'
import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import { chatName, smallButton } from './parts.ts'
import { createRowList } from './row-list.ts'
import type { Tab } from './tabs.ts'

/** Every time the bot sent faster than Telegram allows. */
export function createViolationsTab(page: Page): Tab {
  const { store, api, texts } = page
  const rows = createRowList<Violation>({
    idOf: ({ id }) => id,
    view: (violation) => violationRow(page, violation),
    empty: texts.t('panel.no-violations'),
  })
  const clear = smallButton(texts.t('panel.clear'), () => {
    void attempt(page, async () => {
      await api.clearViolations()
      store.update((state) => ({ ...state, violations: [], stats: { ...state.stats, violations: 0 } }))
    })
  })
  store.watch(
    (state) => state.violations,
    (violations) => {
      rows.show([...violations].reverse())
      clear.hidden = violations.length === 0
    },
  )
  const busiest = h('p', { class: 'calm', testId: 'busiest-second' })
  store.watch(
    (state) => [state.stats.bulk.sends, state.stats.bulk.perSecondMax] as const,
    ([sends, most]) => {
      busiest.hidden = sends === 0
      busiest.textContent = texts.t('panel.busiest', { sends, most })
    },
  )
  return {
    name: 'violations',
    body: h('div', { class: 'tab-body' }, h('div', { class: 'tab-tools' }, clear), busiest, rows.root),
    // The list is cut off at some length, the count of the server is not.
    count: ({ stats, violations }) => Math.max(stats.violations, violations.length),
    alarming: true,
    countTestId: 'violation-count',
  }
}

function violationRow(page: Page, { at, rule, figure, limit, method, chatId }: Violation): HTMLElement {
  const { t } = page.texts
  return h(
    'li',
    { class: 'row violation' },
    h(
      'div',
      { class: 'row-line' },
      h('strong', {}, t(`panel.rule.${rule}`)),
      h('time', {}, clockTimeWithSeconds(at)),
    ),
    h(
      'div',
      { class: 'row-line' },
      h('span', {}, `${method} ${chatName(page, chatId)}`),
      h('span', { class: 'row-figure' }, t('panel.figure', { figure, limit })),
    ),
  )
}
