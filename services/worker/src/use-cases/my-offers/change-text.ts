import type { OfferLook } from '@abitly/database'
import { rankMove } from '@abitly/domain'
import { dayText, formatCount, formatRange, kyivDate, kyivDayStart } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** «▲ на 4 вище» since an earlier look; null where there is nothing to compare. */
export function changeText(tr: Translator, before: OfferLook | undefined, now: OfferLook): string | null {
  const [from, to] = [rangeOf(before), rangeOf(now)]
  if (from === null || to === null) return null
  const text = moveText(tr, from, to)
  return before?.score === now.score ? text : tr.text('my-change-score', { change: text })
}

interface Range {
  best: number
  worst: number
}

function moveText(tr: Translator, from: Range, to: Range): string {
  const move = rankMove(from, to)
  switch (move.kind) {
    case 'up':
      return tr.text('my-change-up', { places: formatCount(tr.language, move.places) })
    case 'down':
      return tr.text('my-change-down', { places: formatCount(tr.language, move.places) })
    case 'same':
      return tr.text('my-change-none')
    case 'mixed':
      return tr.text('my-change-was', { rank: formatRange(tr.language, from.best, from.worst) })
  }
}

/** From when on changes are counted: yesterday, a day, or a different one for each offer. Null: no changes. */
export function sinceText(tr: Translator, compared: readonly OfferLook[], now: Date): string | null {
  const [first] = compared
  if (first === undefined) return null
  const days = new Set(compared.map(({ seenAt }) => kyivDate(seenAt)))
  const day = dayText(tr, first.seenAt, now)
  if (days.size > 1) return tr.text('my-since', { since: 'various', day })
  const isYesterday = days.has(kyivDate(kyivDayStart(now, -1)))
  return tr.text('my-since', { since: isYesterday ? 'yesterday' : 'day', day })
}

function rangeOf(look: OfferLook | undefined): Range | null {
  if (look === undefined || look.rankBest === null || look.rankWorst === null) return null
  return { best: look.rankBest, worst: look.rankWorst }
}
