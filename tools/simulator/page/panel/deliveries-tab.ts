import type { Delivery } from '../page-api.ts'
import { clockTimeWithSeconds } from '../model/kyiv-time.ts'
import { attempt } from '../ui/attempt.ts'
import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import { bubbleButton, chatName, checkBox, smallButton } from './parts.ts'
import { createRowList } from './row-list.ts'
import type { Tab } from './tabs.ts'

export interface RowTab extends Tab {
  /** Brings a row into view; false when it is not there (any more). */
  showRow: (id: number | undefined) => boolean
}

/** Each update on its way to the bot: how often it was tried, what was answered, how long it took. */
export function createDeliveriesTab(page: Page): RowTab {
  const { store, texts } = page
  const rows = createRowList<Delivery>({
    idOf: ({ updateId }) => updateId,
    view: (delivery) => deliveryRow(page, delivery),
    empty: texts.t('panel.no-deliveries'),
  })
  let onlyThisChat = false
  const render = (): void => {
    const { deliveries, chatId } = store.get()
    rows.show(onlyThisChat ? deliveries.filter((delivery) => delivery.chatId === chatId) : deliveries)
  }
  const filter = checkBox(texts.t('panel.this-chat'), (only) => {
    onlyThisChat = only
    render()
  })
  store.watch((state) => [state.deliveries, state.chatId] as const, render)
  return {
    name: 'deliveries',
    body: h('div', { class: 'tab-body' }, h('div', { class: 'tab-tools' }, filter), rows.root),
    count: ({ stats }) => stats.deliveredUpdates + stats.pendingUpdates,
    showRow: rows.mark,
  }
}

function deliveryRow(page: Page, delivery: Delivery): HTMLElement {
  const { t } = page.texts
  const { updateId, kind, chatId, attempts, lastStatus, lastMs, state, at } = delivery
  const answer =
    lastStatus === undefined
      ? t('panel.no-answer-yet')
      : lastStatus === 0
        ? t('panel.no-answer')
        : String(lastStatus)
  const took = lastMs === undefined ? '' : ` · ${String(lastMs)} ms`
  return h(
    'li',
    { class: `row delivery ${state}` },
    h('div', { class: 'row-line' }, h('strong', {}, kind), h('time', {}, clockTimeWithSeconds(at))),
    h(
      'div',
      { class: 'row-line' },
      h('span', {}, chatName(page, chatId)),
      h(
        'span',
        { class: 'row-figure' },
        t('panel.attempts', { count: attempts, answer: `${answer}${took}` }),
      ),
    ),
    h(
      'div',
      { class: 'row-buttons' },
      h('span', { class: `state ${state}` }, t(`panel.state.${state}`)),
      h('span', { class: 'row-id' }, `#${String(updateId)}`),
      bubbleButton(page, delivery),
      smallButton(t('panel.resend'), () => void attempt(page, () => page.api.resend(updateId))),
    ),
  )
}
