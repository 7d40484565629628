import { fullName } from '../model/person.ts'
import { currentUser } from '../model/selectors.ts'
import { attempt } from '../ui/attempt.ts'
import { showDialog } from '../ui/dialogs.ts'
import { byId, h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import { smallButton } from './parts.ts'

/** Who is being played, the way to block the bot, and how the bot is reached. */
export function mountStudentCard(page: Page): void {
  const { store, texts, actions } = page
  const { t } = texts
  byId('panel-title').textContent = t('panel.title')
  const name = h('bdi', { class: 'card-name' })
  const id = h('span', { class: 'card-id' })
  const block = h('button', { class: 'button block', testId: 'block', attributes: { type: 'button' } })
  block.addEventListener('click', () => {
    void actions.setBlocked(currentUser(store.get())?.blocked !== true)
  })
  const webhook = h('p', { class: 'card-line' })
  byId('panel-card').append(
    h('div', { class: 'card-head' }, h('div', { class: 'card-words' }, name, id), block),
    webhook,
  )
  byId('panel-title').after(smallButton(t('panel.reset'), () => void askReset(page), 'reset'))
  store.watch(currentUser, (user) => {
    name.textContent = user === undefined ? '' : fullName(user)
    id.textContent = user === undefined ? '' : `id ${String(user.id)} · ${user.languageCode}`
    block.textContent = t(user?.blocked === true ? 'panel.unblock' : 'panel.block')
    block.disabled = user === undefined
    block.setAttribute('aria-pressed', String(user?.blocked === true))
  })
  store.watch(
    (state) => [state.webhook, state.stats] as const,
    ([hook, stats]) => {
      webhook.textContent = t(hook?.url ? 'panel.webhook' : 'panel.no-webhook', {
        url: hook?.url ?? '',
        pending: stats.pendingUpdates,
        delivered: stats.deliveredUpdates,
        calls: stats.calls,
      })
      webhook.title = hook?.lastError ?? ''
    },
  )
}

async function askReset(page: Page): Promise<void> {
  const { t } = page.texts
  const buttons = [
    { label: t('panel.reset-yes'), value: 'reset', primary: true },
    { label: t('panel.cancel'), value: '' },
  ]
  const choice = await showDialog(
    { label: t('panel.reset'), buttons },
    h('p', { class: 'dialog-text' }, t('panel.reset-question')),
  )
  if (choice === 'reset') await attempt(page, () => page.api.reset())
}
