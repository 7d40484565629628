import type { FaultKind, NewFault } from '../page-api.ts'
import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'

/** Where, how often and how hard the next fault hits. */
export interface FaultSettings {
  root: HTMLElement
  /** The fault that these settings make of a kind. */
  faultOf: (kind: FaultKind) => NewFault
}

export function createFaultSettings({ texts: { t }, store }: Page): FaultSettings {
  const where = select([
    ['chat', t('panel.where.chat')],
    ['all', t('panel.where.all')],
    ['bulk', t('panel.where.bulk')],
  ])
  const times = select([
    ['1', t('panel.times.1')],
    ['3', t('panel.times.3')],
    ['10', t('panel.times.10')],
    ['', t('panel.times.always')],
  ])
  const seconds = number(5, 1, 36_000)
  const delay = number(2000, 1, 120_000)
  const method = h('input', {
    class: 'wide',
    attributes: { placeholder: t('panel.any-method'), autocomplete: 'off', spellcheck: 'false' },
  })
  const root = h(
    'div',
    { class: 'fault-settings' },
    h('label', { class: 'field' }, t('panel.where'), where),
    h('label', { class: 'field' }, t('panel.times'), times),
    h('label', { class: 'field' }, t('panel.retry-after'), seconds),
    h('label', { class: 'field' }, t('panel.delay-ms'), delay),
    h('label', { class: 'field' }, t('panel.method'), method),
  )
  return {
    root,
    faultOf(kind) {
      const { chatId } = store.get()
      return {
        kind,
        ...(where.value === 'chat' && chatId !== undefined ? { chatId } : {}),
        ...(where.value === 'bulk' ? { bulk: true } : {}),
        ...(times.value === '' ? {} : { times: Number(times.value) }),
        ...(method.value.trim() === '' ? {} : { method: method.value.trim().toLowerCase() }),
        ...(kind === 'too-many-requests' ? { retryAfter: seconds.valueAsNumber } : {}),
        ...(kind === 'delay' ? { delayMs: delay.valueAsNumber } : {}),
      }
    },
  }
}

function select(options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return h('select', {}, ...options.map(([value, label]) => h('option', { attributes: { value } }, label)))
}

function number(value: number, min: number, max: number): HTMLInputElement {
  return h('input', { attributes: { type: 'number', value, min, max, inputmode: 'numeric' } })
}
