import type { Translator } from '@abitly/text'
import { campaignsButton } from '../campaigns/card-keyboard.ts'
import { newBroadcastButton } from '../campaigns/new-broadcast-button.ts'
import type { View } from '../view.ts'

/** A draft that was given up, or that another one has replaced; and the ways on. */
export function broadcastEndedView(tr: Translator, key: 'broadcast-discarded' | 'broadcast-gone'): View {
  return { text: tr.text(key), keyboard: [[newBroadcastButton(tr)], [campaignsButton(tr)]] }
}
