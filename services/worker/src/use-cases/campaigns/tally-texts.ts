import type { DeliveryState } from '@abitly/database'
import { counted, formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { totalOf, waitingOf } from './tally-sums.ts'

type Tally = Readonly<Record<DeliveryState, number>>
/** A word and how many, in the order in which they are shown. */
type Figure = readonly [label: string, n: number]

/** The figures one below the other, aligned for a fixed-width font; the last is the sum of all above it. */
export function tallyTable(tr: Translator, tally: Tally): string {
  const rows = figures(tr, tally).map(([label, n]) => [label, formatCount(tr.language, n)] as const)
  const labelWidth = Math.max(...rows.map(([label]) => label.length))
  const numberWidth = Math.max(MIN_NUMBER_WIDTH, ...rows.map(([, n]) => n.length))
  return rows.map(([label, n]) => `${label.padEnd(labelWidth)} ${n.padStart(numberWidth)}`).join('\n')
}

/** Enough for most, so that the columns do not move while numbers grow. */
const MIN_NUMBER_WIDTH = 4

/** «Надіслано 402 · заблокували 8 · … · разом 600.» */
export function tallyLine(tr: Translator, tally: Tally): string {
  const parts = figures(tr, tally).map(([label, n]) => `${label} ${formatCount(tr.language, n)}`)
  const line = parts.join(' · ')
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
}

/** «600 = 585 надіслано + 11 заблокували + 3 помилки + 1 невідомо», without what is 0. */
export function tallySum(tr: Translator, tally: Tally): string {
  const count = (key: string, n: number): string[] => (n === 0 ? [] : [tr.text(key, counted(tr, 'n', n))])
  const terms = [
    tr.text('sum-sent', counted(tr, 'n', tally.sent)),
    ...count('sum-blocked', tally.blocked),
    ...count('sum-failed', tally.failed),
    ...count('sum-unknown', tally.unknown),
    ...count('sum-skipped', tally.skipped),
    ...count('sum-waiting', waitingOf(tally)),
  ]
  return `${formatCount(tr.language, totalOf(tally))} = ${terms.join(' + ')}`
}

function figures(tr: Translator, tally: Tally): Figure[] {
  return [
    [tr.text('tally-sent'), tally.sent],
    [tr.text('tally-blocked'), tally.blocked],
    [tr.text('tally-failed'), tally.failed],
    [tr.text('tally-unknown'), tally.unknown],
    [tr.text('tally-waiting'), waitingOf(tally)],
    ...(tally.skipped === 0 ? [] : ([[tr.text('tally-skipped'), tally.skipped]] as const)),
    [tr.text('tally-total'), totalOf(tally)],
  ]
}
