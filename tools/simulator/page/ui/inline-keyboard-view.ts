import type { SimButton, SimMessage } from '../page-api.ts'
import { h } from './dom.ts'
import { icon } from './icons.ts'
import type { IconName } from './icons.ts'

/** The buttons under a bubble. */
export interface InlineKeyboardView {
  root: HTMLElement
  /** Marks the buttons whose answer has not come yet. */
  setWaiting: (isWaiting: (data: string) => boolean, label: string) => void
  /** Moves the focus to the button that does or says the same; false when there is none. */
  focusLike: (button: SimButton) => boolean
  /** The button that has the focus. */
  focused: () => SimButton | undefined
}

/** Builds a keyboard: each row takes the whole width, its buttons share it equally. */
export function inlineKeyboardView(
  rows: readonly (readonly SimButton[])[],
  press: (button: SimButton) => void,
): InlineKeyboardView {
  const cells = rows.map((row) => row.map((button) => ({ button, node: buttonView(button, press) })))
  const all = cells.flat()
  return {
    root: h(
      'div',
      { class: 'inline-keyboard' },
      ...cells.map((row) => h('div', { class: 'inline-row' }, ...row.map(({ node }) => node))),
    ),
    setWaiting(isWaiting, label) {
      for (const { button, node } of all) {
        const waiting = button.callback_data !== undefined && isWaiting(button.callback_data)
        if (waiting === (node.getAttribute('aria-busy') === 'true')) continue
        node.setAttribute('aria-busy', String(waiting))
        node.title = waiting ? label : button.text
      }
    },
    focusLike(wanted) {
      const same =
        all.find(
          ({ button }) => button.callback_data !== undefined && button.callback_data === wanted.callback_data,
        ) ?? all.find(({ button }) => button.text === wanted.text)
      same?.node.focus({ preventScroll: true })
      return same !== undefined
    },
    focused: () => all.find(({ node }) => node === document.activeElement)?.button,
  }
}

function buttonView(button: SimButton, press: (button: SimButton) => void): HTMLButtonElement {
  const mark = markOf(button)
  return h(
    'button',
    {
      class: `inline-button ${button.style ?? 'plain'}`,
      testId: 'inline-button',
      attributes: { type: 'button', title: button.text, 'aria-busy': 'false' },
      on: {
        click() {
          press(button)
        },
      },
    },
    h('span', { class: 'inline-label', attributes: { dir: 'auto' } }, button.text),
    ...(mark === undefined ? [] : [icon(mark)]),
  )
}

/** The small sign in the corner says that the button leads out of the chat. */
function markOf(button: SimButton): IconName | undefined {
  if (button.url !== undefined) return 'external'
  if (button.web_app !== undefined) return 'window'
  if (button.copy_text !== undefined) return 'copy'
  return button.switch_inline_query === undefined ? undefined : 'at'
}

/** Are these keyboards the same to the eye and to the finger? */
export function sameKeyboard(a: SimMessage['inlineKeyboard'], b: SimMessage['inlineKeyboard']): boolean {
  return a === b || JSON.stringify(a ?? []) === JSON.stringify(b ?? [])
}
