import type { FaultKind, NewFault } from '../page-api.ts'
import { attempt } from '../ui/attempt.ts'
import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import { activeFaults } from './active-faults.ts'
import { createFaultSettings } from './fault-settings.ts'
import type { Tab } from './tabs.ts'

const CALL_FAULTS: readonly FaultKind[] = [
  'too-many-requests',
  'forbidden',
  'server-error',
  'html-body',
  'unauthorized',
  'delay',
  'reset-before',
  'reset-after',
]

const UPDATE_FAULTS: readonly FaultKind[] = ['duplicate-delivery', 'reordered-press', 'resent-press']

/** Ways to disturb the bot. One press adds a fault with the settings above the buttons. */
export function createFaultsTab(page: Page): Tab {
  const { t } = page.texts
  const settings = createFaultSettings(page)
  const kindButton = (kind: FaultKind): HTMLElement =>
    h(
      'button',
      {
        class: 'fault-kind',
        testId: `fault-${kind}`,
        attributes: { type: 'button', title: t(`panel.fault-hint.${kind}`) },
        on: { click: () => void attempt(page, () => addFault(page, settings.faultOf(kind))) },
      },
      t(`panel.fault.${kind}`),
    )
  const body = h(
    'div',
    { class: 'tab-body' },
    activeFaults(page),
    settings.root,
    h('h3', { class: 'panel-heading' }, t('panel.faults-calls')),
    h('div', { class: 'fault-kinds' }, ...CALL_FAULTS.map(kindButton)),
    h('h3', { class: 'panel-heading' }, t('panel.faults-updates')),
    h('div', { class: 'fault-kinds' }, ...UPDATE_FAULTS.map(kindButton)),
  )
  return { name: 'faults', body, count: (state) => state.faults.length }
}

/** The event tells everybody; a reply that overtakes it must not add the fault a second time. */
async function addFault({ api, store }: Page, fault: NewFault): Promise<void> {
  const added = await api.addFault(fault)
  store.update((state) => ({
    ...state,
    faults: [...state.faults.filter(({ id }) => id !== added.id), added],
  }))
}
