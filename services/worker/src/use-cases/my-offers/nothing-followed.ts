import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import type { Button, View } from '../view.ts'

/** For who follows nothing yet: what belongs here, and the first step. */
export function nothingFollowedView(tr: Translator): View {
  const example: Button = { text: tr.text('button-example'), press: { kind: 'example' }, style: 'primary' }
  return { text: tr.text('my-offers-none'), keyboard: [[example], [menuButton(tr)]] }
}
