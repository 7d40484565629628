import type { NmtResult } from '@abitly/database'
import { counted, formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { comparisonChartButton } from '../pictures/show-comparison-chart.ts'
import { addGradesButton, menuButton } from '../buttons.ts'
import { dataLinesOf } from '../my-offers/data-line.ts'
import { readFollowed } from '../my-offers/followed-offer.ts'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'
import { listNames } from '../my-offers/list-names.ts'
import { choiceRows } from '../my-offers/offer-choice.ts'
import { nothingFollowedView } from '../my-offers/nothing-followed.ts'
import type { Button, Keyboard, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { gradeLines } from './grade-lines.ts'
import { shareOf } from './share-of.ts'
import { tierLines } from './tier-lines.ts'

/** Offers that are counted at most, the oldest first: the message stays readable, and quick. */
const MOST_OFFERS = 10

/** The student's grades and where their score stands among the applications of the offers they follow. */
export async function showStatistics(visit: Visit): Promise<View> {
  const { repos, student, tr } = visit
  const results = await repos.grades.ofStudent(student.chatId)
  const followed = await repos.tracking.list(student.chatId)
  if (results.length === 0) return noGradesView(tr, followed.length > 0)
  const offers = await readFollowed(visit, followed.slice(0, MOST_OFFERS))
  return {
    text: statisticsText(visit, results, offers, followed.length),
    keyboard: followed.length === 0 ? emptyKeyboard(tr) : statisticsKeyboard(tr),
  }
}

/** Of which followed offer to show the statistics. */
export async function chooseStatistics({ repos, student, tr }: Visit, page: number): Promise<View> {
  const offers = await repos.tracking.list(student.chatId)
  if (offers.length === 0) return nothingFollowedView(tr)
  const rows = choiceRows(tr, {
    offers,
    page,
    pressOf: (offer) => ({ kind: 'offer-statistics', offer }),
    turnTo: (other) => ({ kind: 'statistics-list', page: other }),
  })
  const back: Button = { text: tr.text('button-back-to-statistics'), press: { kind: 'statistics' } }
  return { text: tr.text('statistics-choose'), keyboard: [...rows, [back]] }
}

function statisticsText(
  { tr, now }: Visit,
  results: readonly NmtResult[],
  offers: readonly FollowedOffer[],
  followed: number,
): string {
  const grades = gradeLines(tr, results).join('\n')
  if (offers.length === 0)
    return [tr.text('statistics'), grades, tr.text('statistics-none-followed')].join('\n\n')
  const shares = shareLines(tr, offers)
  const partly = { shown: formatCount(tr.language, offers.length), ...counted(tr, 'followed', followed) }
  return [
    tr.text('statistics'),
    grades,
    ...(shares.length === 0 ? [] : [[tr.text('statistics-higher'), ...shares].join('\n')]),
    [tr.text('statistics-chances'), ...tierLines(tr, offers)].join('\n'),
    dataLinesOf(tr, offers, now, [
      offers.length < followed ? tr.text('statistics-partly', partly) : null,
      tr.text('statistics-caution'),
    ]).join('\n'),
  ].join('\n\n')
}

/** «81 % заяв — ЛНУ, Інформатика», the largest share first. */
function shareLines(tr: Translator, offers: readonly FollowedOffer[]): string[] {
  const names = listNames(
    tr,
    offers.map(({ offer }) => offer),
  )
  return offers
    .flatMap((followed, index) => {
      const share = shareOf(followed)
      const name = names[index]
      return share === null || name === undefined ? [] : [{ ...share, name }]
    })
    .toSorted((a, b) => b.percent - a.percent)
    .map(({ percent, priority, name }) => {
      const key = priority === 'first' ? 'statistics-share-first' : 'statistics-share'
      return tr.text(key, { percent: String(percent), ...name })
    })
}

function noGradesView(tr: Translator, follows: boolean): View {
  const choose: Button = { text: tr.text('button-by-offer'), press: { kind: 'statistics-list', page: 0 } }
  return {
    text: [tr.text('statistics'), tr.text('statistics-no-grades')].join('\n\n'),
    keyboard: [[addGradesButton(tr, null)], ...(follows ? [[choose]] : []), [menuButton(tr)]],
  }
}

function statisticsKeyboard(tr: Translator): Keyboard {
  const offers: Button = { text: tr.text('button-my-offers'), press: { kind: 'my-offers', page: 0 } }
  const choose: Button = { text: tr.text('button-by-offer'), press: { kind: 'statistics-list', page: 0 } }
  return [[comparisonChartButton(tr)], [choose], [offers, menuButton(tr)]]
}

function emptyKeyboard(tr: Translator): Keyboard {
  const example: Button = { text: tr.text('button-example'), press: { kind: 'example' }, style: 'primary' }
  return [[example], [menuButton(tr)]]
}
