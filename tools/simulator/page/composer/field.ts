import { currentMessages } from '../model/selectors.ts'
import { byId } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import { createDrafts } from './drafts.ts'
import { createRecall } from '../model/recall.ts'

/** The text field of the composer. */
export interface Field {
  input: HTMLTextAreaElement
  text: () => string
  set: (text: string) => void
  /** The text of the input was changed by code: drafts and listeners hear of it. */
  changed: () => void
  setPlaceholder: (text: string | undefined) => void
  focus: () => void
  /** Sends what is in the field. */
  send: () => Promise<void>
  onChange: (run: () => void) => void
}

export function createField(page: Page): Field {
  const { store, actions, texts } = page
  const input = byId('composer') as HTMLTextAreaElement
  const listeners: (() => void)[] = []
  const drafts = createDrafts()
  const changed = (): void => {
    grow(input)
    const { chatId } = store.get()
    if (chatId !== undefined) drafts.set(chatId, input.value)
    byId('send').classList.toggle('ready', input.value.trim() !== '')
    for (const run of listeners) run()
  }
  const set = (text: string): void => {
    input.value = text
    input.setSelectionRange(text.length, text.length)
    changed()
  }
  const send = async (): Promise<void> => {
    const source = input.value
    if (source.trim() === '') return
    set('')
    // Not lost when the server is away, and not in the way of what was typed meanwhile.
    if (!(await actions.sendTyped(source)) && input.value === '') set(source)
  }
  input.setAttribute('aria-label', texts.t('composer.placeholder'))
  input.addEventListener('input', changed)
  listenToKeys(page, input, set)
  store.watch(
    (state) => state.chatId,
    (chatId) => {
      set(chatId === undefined ? '' : drafts.get(chatId))
    },
  )
  return {
    input,
    text: () => input.value,
    set,
    changed,
    send,
    setPlaceholder(text) {
      input.placeholder = text ?? texts.t('composer.placeholder')
    },
    focus() {
      input.focus({ preventScroll: true })
    },
    onChange(run) {
      listeners.push(run)
    },
  }
}

function listenToKeys(page: Page, input: HTMLTextAreaElement, set: (text: string) => void): void {
  const recall = createRecall()
  input.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      input.form?.requestSubmit()
      return
    }
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step === 0) return
    const { me } = page.store.get()
    const sent = currentMessages(page.store.get()).flatMap((message) =>
      message.from === me ? (message.text ?? []) : [],
    )
    const text = recall.step(sent, input.value, step)
    if (text === undefined) return
    event.preventDefault()
    set(text)
  })
}

/** As high as its text, up to the limit that the style sheet sets. A hidden field has no height to measure. */
function grow(input: HTMLTextAreaElement): void {
  input.style.setProperty('height', 'auto')
  if (input.scrollHeight > 0) input.style.setProperty('height', `${String(input.scrollHeight)}px`)
}
