import type { Fault } from '../page-api.ts'
import { attempt } from '../ui/attempt.ts'
import { h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import { chatName, smallButton } from './parts.ts'

/** The faults at work, each a chip that removes it. */
export function activeFaults(page: Page): HTMLElement {
  const { store, api, texts } = page
  const list = h('div', { class: 'chips', attributes: { 'aria-live': 'polite' } })
  const chip = (fault: Fault): HTMLElement =>
    h(
      'button',
      {
        class: 'chip',
        testId: 'fault-chip',
        attributes: { type: 'button', 'aria-label': `${texts.t('panel.remove')} ${describe(page, fault)}` },
        on: { click: () => void attempt(page, () => removeFault(page, fault.id)) },
      },
      h('span', {}, describe(page, fault)),
      icon('close'),
    )
  store.watch(
    (state) => state.faults,
    (faults) => {
      const clear = smallButton(
        texts.t('panel.remove-all'),
        () => void attempt(page, () => api.removeAllFaults()),
      )
      const calm = h('p', { class: 'calm' }, texts.t('panel.no-faults'))
      list.replaceChildren(...(faults.length === 0 ? [calm] : [...faults.map(chip), clear]))
    },
  )
  return list
}

async function removeFault({ api, store }: Page, id: number): Promise<void> {
  await api.removeFault(id)
  store.update((state) => ({ ...state, faults: state.faults.filter((fault) => fault.id !== id) }))
}

function describe(
  page: Page,
  { kind, retryAfter, delayMs, chatId, bulk, method, times, hits }: Fault,
): string {
  const { t } = page.texts
  const amount =
    retryAfter === undefined
      ? delayMs === undefined
        ? ''
        : ` ${String(delayMs)} ms`
      : ` ${String(retryAfter)} s`
  const everywhere = bulk === true ? t('panel.where.bulk') : t('panel.where.all')
  const where = chatId === undefined ? everywhere : chatName(page, chatId)
  const often = times === undefined ? t('panel.times.always') : `${String(hits)}/${String(times)}`
  return [
    `${t(`panel.fault.${kind}`)}${amount}`,
    ...(method === undefined ? [] : [method]),
    where,
    often,
  ].join(' · ')
}
