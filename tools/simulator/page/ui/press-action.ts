import type { SimButton, SimEvent, SimMessage } from '../page-api.ts'
import { accepted, isWaiting, pressed, PRESS_EXPIRY_MS, released } from '../model/presses.ts'
import { openMiniApp } from '../mini-app/sheet.ts'
import type { Actions, Page } from './page.ts'

/** What pressing an inline button does, by what the button carries. */
export async function pressInline(
  page: Page,
  { openLink, copy }: Pick<Actions, 'openLink' | 'copy'>,
  message: SimMessage,
  button: SimButton,
): Promise<void> {
  if (button.callback_data !== undefined) await pressCallback(page, message, button.callback_data)
  else if (button.url !== undefined) await openLink(button.url)
  else if (button.copy_text !== undefined) await copy(button.copy_text.text)
  else if (button.web_app !== undefined) await openMiniApp(page, button.web_app.url, button.text)
  else if (button.switch_inline_query !== undefined) {
    page.ways.toDraft(`@${page.store.get().bot?.username ?? ''} ${button.switch_inline_query}`)
  }
}

async function pressCallback(page: Page, { chatId, messageId }: SimMessage, data: string): Promise<void> {
  const { store, api } = page
  const { me, presses } = store.get()
  const target = { chatId, messageId, data }
  if (me === undefined || isWaiting(presses, target)) return
  const release = (): void => {
    store.update((state) => ({ ...state, presses: released(state.presses, target) }))
  }
  store.update((state) => ({ ...state, presses: pressed(state.presses, target, Date.now()) }))
  try {
    const { queryId } = await api.press(me, target)
    store.update((state) => ({ ...state, presses: accepted(state.presses, target, queryId) }))
    setTimeout(release, PRESS_EXPIRY_MS)
  } catch (error) {
    release()
    page.toast(error instanceof Error ? error.message : String(error), 'problem')
  }
}

/** Shows the bot's answer to a press: nothing, a toast, a window, or a link to open. */
export function showCallbackAnswer(page: Page, answer: Extract<SimEvent, { type: 'callback-answer' }>): void {
  if (answer.userId !== page.store.get().me) return
  if (answer.url !== undefined) void page.actions.openLink(answer.url)
  if (answer.text === undefined || answer.text === '') return
  if (answer.showAlert) void page.dialogs.alert(answer.text)
  else page.toast(answer.text)
}
