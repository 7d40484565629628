import { counted, escapeHtml, momentText, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OfferChange } from '../../campaigns/offer-change.ts'
import { modelledPartLines } from '../offer/data-lines.ts'
import { nameIn } from '../offer/offer-names.ts'
import { tellApart } from '../offer/tell-apart.ts'
import type { Button, Keyboard, View } from '../view.ts'
import { changeLines } from './change-lines.ts'

/** More would not fit on a screen; the rest is counted. */
const SHOWN = 10
const PROGRAMME = 60
const UNIVERSITY = 30
/** What Telegram takes, before it has read the formatting: that is the safe side. */
const LONGEST = 4096

/**
 * Tells a student what has changed in the offers they follow. The first line, which a locked screen shows, says of nobody
 * how they stand.
 * @param changes at least one
 */
export function digestView(tr: Translator, changes: readonly OfferChange[], now: Date): View {
  let shown = Math.min(SHOWN, changes.length)
  while (shown > 1 && textOf(tr, changes, shown, now).length > LONGEST) shown -= 1
  return { text: textOf(tr, changes, shown, now), keyboard: keyboard(tr) }
}

function textOf(tr: Translator, changes: readonly OfferChange[], shown: number, now: Date): string {
  const names = changes.map(
    ({ university, programme }) =>
      `${shortened(tr, university, UNIVERSITY)}, ${shortened(tr, programme, PROGRAMME)}`,
  )
  const differences = tellApart(tr, changes, names)
  const rows = changes.slice(0, shown).map((change, index) => {
    const [name = '', difference = ''] = [names[index], differences[index]]
    const offer = difference === '' ? name : `${name} · ${escapeHtml(difference)}`
    const [first = '', ...rest] = changeLines(tr, change)
    return [tr.text('digest-offer', { offer, change: first }), ...rest].join('\n')
  })
  const more = changes.length - shown
  return [
    tr.text('digest-title'),
    ...rows,
    ...(more > 0 ? [tr.text('digest-more', counted(tr, 'n', more))] : []),
    [
      dataLine(tr, changes, now),
      ...modelledPartLines(
        tr,
        changes.flatMap(({ modelled }) => modelled),
      ),
    ].join('\n'),
  ].join('\n\n')
}

function dataLine(tr: Translator, changes: readonly OfferChange[], now: Date): string {
  const moments = changes.map(({ dataAt }) => Date.parse(dataAt))
  const shown = new Set(moments.map((at) => momentText(tr, new Date(at), now)))
  const moment = momentText(tr, new Date(Math.min(...moments)), now)
  return `<i>${tr.text(shown.size === 1 ? 'my-data' : 'my-data-oldest', { moment })}</i>`
}

function shortened(tr: Translator, names: OfferChange['programme'], length: number): string {
  return escapeHtml(plainName(nameIn(tr.language, names), length))
}

/** Each message we begin leads to the switch that ends its kind. */
function keyboard(tr: Translator): Keyboard {
  const offers: Button = {
    text: tr.text('button-my-offers'),
    press: { kind: 'my-offers', page: 0 },
    style: 'primary',
  }
  return [[offers], [{ text: tr.text('button-digest-settings'), press: { kind: 'open-notifications' } }]]
}
