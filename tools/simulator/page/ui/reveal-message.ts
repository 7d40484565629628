import type { Page } from './page.ts'

const MARKED_MS = 1600
/** Frames to wait for a chat that has to be loaded first: about two seconds. */
const PATIENCE = 120

/** Opens the chat of a message, scrolls to its bubble and marks it for a moment. */
export function revealMessage(page: Page, chatId: number, messageId: number): void {
  const { users, chatId: shown } = page.store.get()
  if (shown !== chatId) {
    if (users.some(({ id }) => id === chatId)) page.actions.selectPerson(chatId)
    else page.actions.selectChat(chatId)
  }
  requestAnimationFrame(() => {
    lookFor(page, chatId, messageId, PATIENCE)
  })
}

function lookFor(page: Page, chatId: number, messageId: number, frames: number): void {
  const state = page.store.get()
  if (state.chatId !== chatId) return
  const bubble = document.querySelector<HTMLElement>(`.message[data-message-id="${String(messageId)}"]`)
  const exists = state.messages.get(chatId)?.some((message) => message.messageId === messageId) === true
  if (bubble !== null) mark(bubble)
  else if (frames === 0 || (state.loaded.has(chatId) && !exists)) page.toast(page.texts.t('panel.no-bubble'))
  else
    requestAnimationFrame(() => {
      lookFor(page, chatId, messageId, frames - 1)
    })
}

function mark(bubble: HTMLElement): void {
  bubble.scrollIntoView({ block: 'center' })
  bubble.focus({ preventScroll: true })
  bubble.classList.add('marked')
  setTimeout(() => {
    bubble.classList.remove('marked')
  }, MARKED_MS)
}
