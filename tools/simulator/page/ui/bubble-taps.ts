import { fullName } from '../model/person.ts'
import { currentMessages } from '../model/selectors.ts'
import type { BubbleTaps } from './bubble.ts'
import { enlargePhoto } from './lightbox.ts'
import { openMessageMenu } from './message-menu.ts'
import type { Page } from './page.ts'

/** What touching a bubble does on this page. */
export function createBubbleTaps(page: Page): BubbleTaps {
  const { texts, actions, store } = page
  return {
    texts,
    openLink: (url) => void actions.openLink(url),
    copy: (text) => void actions.copy(text),
    sendCommand: (command) => void actions.sendText(command),
    press: (message, button) => void actions.press(message, button),
    enlarge: (message) => void enlargePhoto(message, texts),
    openMenu(message, bubble, at) {
      openMessageMenu(page, message, bubble, at)
    },
    findMessage: (messageId) =>
      currentMessages(store.get()).find((message) => message.messageId === messageId),
    goToMessage(messageId) {
      page.ways.toMessage(store.get().chatId ?? 0, messageId)
    },
    nameOf(userId) {
      if (userId === 0) return texts.t('bubble.bot')
      const user = store.get().users.find(({ id }) => id === userId)
      return user === undefined ? String(userId) : fullName(user)
    },
  }
}
