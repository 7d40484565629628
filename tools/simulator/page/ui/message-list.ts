import { currentMessages } from '../model/selectors.ts'
import type { SimMessage } from '../page-api.ts'
import { floatDayPills } from './day-pills.ts'
import { createDays } from './days-view.ts'
import { byId, prefersReducedMotion, setAttribute } from './dom.ts'
import { createDownButton } from './down-button.ts'
import type { Page } from './page.ts'
import { revealMessage } from './reveal-message.ts'
import { createScrollKeeper } from './scroll-keeper.ts'

/** The bubbles of the chat on the screen. */
export function mountMessageList(page: Page): void {
  const { store, ways } = page
  const scroller = byId('messages')
  const content = byId('messages-content')
  scroller.setAttribute('aria-label', page.texts.t('messages.label'))
  const down = createDownButton(byId('down'), page.texts)
  const keeper = createScrollKeeper(scroller, content, down.setAtEnd)
  down.onPress(() => {
    keeper.toEnd(!prefersReducedMotion())
  })
  const days = createDays(page, content)
  let shownChat: number | undefined
  let lastId = 0
  store.watch(
    (state) => [currentMessages(state), state.chatId, state.me] as const,
    ([messages, chatId, me]) => {
      const changed = chatId !== shownChat
      if (changed) days.clear()
      // A whole chat that comes into view is not news to be read out.
      setAttribute(scroller, 'aria-busy', changed)
      keeper.keep(() => {
        days.show(messages, me ?? 0, !changed)
      })
      const added = messages.filter(({ messageId }) => messageId > lastId)
      if (changed || added.at(-1)?.from === me) keeper.toEnd(false)
      else down.count(fromBot(added))
      shownChat = chatId
      lastId = messages.at(-1)?.messageId ?? 0
    },
  )
  store.watch((state) => state.presses, days.setPresses)
  content.addEventListener('quote-toggled', keeper.letGrow)
  floatDayPills(scroller, content, keeper)
  ways.toMessage = (chatId, messageId) => {
    revealMessage(page, chatId, messageId)
  }
}

function fromBot(messages: readonly SimMessage[]): number {
  return messages.filter(({ from }) => from === 0).length
}
