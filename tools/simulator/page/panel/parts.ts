import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'

/** A small text button of the panel. */
export function smallButton(label: string, run: () => void, testId?: string): HTMLButtonElement {
  return h(
    'button',
    {
      class: 'small-button',
      ...(testId === undefined ? {} : { testId }),
      attributes: { type: 'button' },
      on: { click: run },
    },
    label,
  )
}

/** A button that leads from a row to the bubble it speaks of; nothing when it speaks of none. */
export function bubbleButton(
  { ways, texts }: Page,
  { chatId, messageId }: { chatId?: number; messageId?: number },
): HTMLButtonElement | undefined {
  if (chatId === undefined || messageId === undefined) return undefined
  return smallButton(texts.t('panel.show-bubble'), () => {
    ways.toMessage(chatId, messageId)
  })
}

/** A box to tick. */
export function checkBox(label: string, change: (checked: boolean) => void): HTMLElement {
  const box = h('input', { attributes: { type: 'checkbox' } })
  box.addEventListener('change', () => {
    change(box.checked)
  })
  return h('label', { class: 'check' }, box, label)
}

/** How a chat is called in a row: the person's name and the id, or the id alone. */
export function chatName({ store }: Page, chatId: number | undefined): string {
  if (chatId === undefined) return ''
  const user = store.get().users.find(({ id }) => id === chatId)
  return user === undefined ? String(chatId) : `${user.firstName} ${String(chatId)}`
}
