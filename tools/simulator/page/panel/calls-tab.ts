import type { ApiCall } from '../page-api.ts'
import { curlCommand } from '../model/curl.ts'
import { clockTimeWithSeconds } from '../model/kyiv-time.ts'
import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import type { RowTab } from './deliveries-tab.ts'
import { bubbleButton, chatName, checkBox, smallButton } from './parts.ts'
import { createRowList } from './row-list.ts'

/** Every call of the bot, newest first; the JSON opens on demand. */
export function createCallsTab(page: Page): RowTab {
  const { store, texts } = page
  const rows = createRowList<ApiCall>({
    idOf: ({ id }) => id,
    view: (call) => callRow(page, call),
    empty: texts.t('panel.no-calls'),
  })
  let onlyThisChat = false
  let polling = false
  const render = (): void => {
    const { calls, chatId } = store.get()
    // A bot that polls asks many times a minute; nobody wants to read that.
    const wanted = calls.filter((call) => polling || call.method !== 'getUpdates')
    rows.show(onlyThisChat ? wanted.filter((call) => call.chatId === chatId) : wanted)
  }
  const filters = [
    checkBox(texts.t('panel.this-chat'), (only) => {
      onlyThisChat = only
      render()
    }),
    checkBox(texts.t('panel.polling'), (shown) => {
      polling = shown
      render()
    }),
  ]
  store.watch((state) => [state.calls, state.chatId] as const, render)
  return {
    name: 'calls',
    body: h('div', { class: 'tab-body' }, h('div', { class: 'tab-tools' }, ...filters), rows.root),
    count: ({ stats }) => stats.calls,
    showRow: rows.mark,
  }
}

function callRow(page: Page, call: ApiCall): HTMLElement {
  const { method, chatId, ok, errorCode, ms, at } = call
  const summary = h(
    'summary',
    {},
    h('div', { class: 'row-line' }, h('strong', {}, method), h('time', {}, clockTimeWithSeconds(at))),
    h(
      'div',
      { class: 'row-line' },
      h('span', {}, chatName(page, chatId)),
      h(
        'span',
        { class: ok ? 'row-figure' : 'row-figure bad' },
        `${ok ? 'ok' : String(errorCode ?? 'error')} · ${String(ms)} ms`,
      ),
    ),
  )
  const details = h('details', {}, summary)
  details.addEventListener(
    'toggle',
    () => {
      details.append(callDetails(page, call))
    },
    { once: true },
  )
  return h('li', { class: ok ? 'row call' : 'row call bad' }, details)
}

function callDetails(page: Page, call: ApiCall): HTMLElement {
  const { t } = page.texts
  return h(
    'div',
    { class: 'call-details' },
    call.description === undefined ? undefined : h('p', { class: 'call-description' }, call.description),
    h('pre', { attributes: { tabindex: 0 } }, JSON.stringify(call.payload, undefined, 2)),
    h(
      'div',
      { class: 'row-buttons' },
      smallButton(t('panel.copy-curl'), () => void page.actions.copy(curlCommand(call, location.origin))),
      bubbleButton(page, call),
    ),
  )
}
