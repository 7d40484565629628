import { currentMessages, currentUser } from '../model/selectors.ts'
import { byId, h } from './dom.ts'
import type { Page } from './page.ts'

/** What stands in a chat without messages: who the bot is, and what to do. */
export function mountEmptyChat({ store, texts: { t } }: Page): void {
  const place = byId('empty')
  store.watch(
    (state) =>
      [
        state.connection !== 'connecting' && currentMessages(state).length === 0,
        state.bot?.firstName ?? '',
        state.bot?.username ?? '',
        currentUser(state)?.started === true,
        state.users.length,
      ] as const,
    ([empty, name, username, started, people]) => {
      place.hidden = !empty
      const advice = people === 0 ? 'empty.nobody' : started ? 'empty.quiet' : 'empty.start'
      place.replaceChildren(
        h('div', { class: 'empty-drawing', attributes: { 'aria-hidden': 'true' } }),
        h('p', { class: 'empty-name', attributes: { dir: 'auto' } }, name),
        h('p', { class: 'empty-username' }, username === '' ? '' : `@${username}`),
        h('p', { class: 'empty-advice' }, t(advice)),
      )
    },
  )
}
