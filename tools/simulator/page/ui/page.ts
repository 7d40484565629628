import type { SimButton, SimMessage } from '../page-api.ts'
import type { PageState } from '../model/page-state.ts'
import type { Store } from '../model/store.ts'
import type { Texts } from '../model/texts.ts'
import type { SimulatorApi } from '../net/api.ts'
import type { Dialogs } from './dialogs.ts'
import type { Layers } from './layers.ts'
import type { ShowToast } from './toast.ts'

/** Everything a person can do on the page. Failures end as a toast, never as a lost promise. */
export interface Actions {
  selectPerson: (id: number) => void
  selectChat: (chatId: number) => void
  /** The next (1) or previous (-1) person of the list. */
  stepPerson: (step: 1 | -1) => void
  /** Sends what was typed, marks read; answers whether it arrived. */
  sendTyped: (source: string) => Promise<boolean>
  /** Sends this very text (a button's label, a command). */
  sendText: (text: string) => Promise<boolean>
  sendPhoto: (base64: string, caption: string) => Promise<boolean>
  sendDocument: (document: { name: string; data: string }, caption: string) => Promise<boolean>
  /** Forwards a message of any chat to the bot. */
  forward: (message: SimMessage) => Promise<void>
  /** START, with the payload of the deep link that was opened. */
  start: () => Promise<void>
  /** Leaves an opened deep link alone. */
  cancelStart: () => void
  press: (message: SimMessage, button: SimButton) => Promise<void>
  setBlocked: (blocked: boolean) => Promise<void>
  openLink: (url: string) => Promise<void>
  copy: (text: string) => Promise<void>
}

/** Ways from one part of the page to another, filled in by the parts themselves. */
export interface Ways {
  /** Scrolls to a bubble and marks it for a moment. */
  toMessage: (chatId: number, messageId: number) => void
  /** Opens the developer panel at the row of a message: its delivery, or the call that sent it. */
  toPanelRow: (message: SimMessage) => void
  /** Puts the cursor where messages are written. */
  toComposer: () => void
  /** Puts text into the composer. */
  toDraft: (text: string) => void
}

/** What every part of the page is given. */
export interface Page {
  store: Store<PageState>
  api: SimulatorApi
  texts: Texts
  toast: ShowToast
  dialogs: Dialogs
  layers: Layers
  actions: Actions
  ways: Ways
}
