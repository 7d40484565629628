import type { SimMessage } from '../page-api.ts'
import type { PageState } from '../model/page-state.ts'
import type { Store } from '../model/store.ts'
import type { Texts } from '../model/texts.ts'
import type { SimulatorApi } from '../net/api.ts'
import type { Actions } from './actions.ts'
import type { Dialogs } from './dialogs.ts'
import type { Layers } from './layers.ts'
import type { ShowToast } from './toast.ts'

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
