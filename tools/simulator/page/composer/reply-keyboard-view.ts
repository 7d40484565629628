import { liveReplyKeyboard } from '../model/reply-keyboard.ts'
import type { LiveReplyKeyboard } from '../model/reply-keyboard.ts'
import { composerMode, currentMessages } from '../model/selectors.ts'
import { byId, h, setAttribute } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import type { Field } from './field.ts'

/** The bot's own keyboard under the field; each key sends its text. */
export function mountReplyKeyboard(page: Page, field: Field): void {
  const { store, texts, actions } = page
  const place = byId('reply-keyboard')
  const toggle = byId('reply-toggle')
  toggle.append(icon('keyboard'))
  let live: LiveReplyKeyboard | undefined
  let open = false
  const render = (): void => {
    place.hidden = live === undefined || !open || composerMode(store.get()) !== 'write'
    toggle.hidden = live === undefined
    setAttribute(toggle, 'aria-expanded', String(open))
    setAttribute(toggle, 'aria-label', texts.t(open ? 'keyboard.hide' : 'keyboard.show'))
    field.setPlaceholder(open ? live?.keyboard.placeholder : undefined)
  }
  toggle.addEventListener('click', () => {
    open = !open
    render()
  })
  store.watch(
    (state) => [currentMessages(state), state.chatId, composerMode(state)] as const,
    ([messages]) => {
      const next = liveReplyKeyboard(messages)
      const isNew = next?.messageId !== live?.messageId || next?.used !== live?.used
      live = next
      if (isNew) {
        open = next !== undefined && !next.used
        place.replaceChildren(...keyRows(next, (text) => void actions.sendText(text)))
      }
      render()
    },
  )
}

function keyRows(live: LiveReplyKeyboard | undefined, press: (text: string) => void): HTMLElement[] {
  return (live?.keyboard.rows ?? []).map((row) =>
    h(
      'div',
      { class: 'reply-row' },
      ...row.map(({ text }) =>
        h(
          'button',
          {
            class: 'reply-key',
            testId: 'reply-button',
            attributes: { type: 'button', dir: 'auto', title: text },
            on: {
              click() {
                press(text)
              },
            },
          },
          text,
        ),
      ),
    ),
  )
}
