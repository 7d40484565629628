import type { Translator } from '@abitly/text'
import type { Button } from '../view.ts'

/** Begins a broadcast. */
export function newBroadcastButton(tr: Translator): Button {
  return { text: tr.text('button-new-broadcast'), press: { kind: 'admin', ask: { kind: 'new-broadcast' } } }
}
