import type { TrackedOffer } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { pictureDigest } from '../../pictures/picture-digest.ts'
import type { ComparisonChart } from '../../pictures/picture-spec.ts'
import { menuButton } from '../buttons.ts'
import { dataText } from '../my-offers/data-line.ts'
import { modelledLines } from '../offer/data-lines.ts'
import { ownVerdict, readTold } from '../offer/own-verdict.ts'
import type { Button, Keyboard } from '../view.ts'
import type { Visit } from '../visit.ts'
import { byMargin, comparedName, comparisonLine, comparisonRow } from './comparison-row.ts'
import type { Compared } from './comparison-row.ts'
import { offerFigures } from './offer-figures.ts'
import { showsModelled } from './offer-picture.ts'
import type { PictureStep, PictureView } from './picture-view.ts'
import { refreshPicture, sendPicture } from './replace-picture.ts'

/** A picture has room for so many rows; a caption for so many names. */
const MOST_ROWS = 5

/** The button that asks for all tracked offers in one chart. */
export const comparisonChartButton = (tr: Translator): Button => ({
  text: tr.text('button-comparison-chart'),
  press: { kind: 'comparison-chart', refresh: false },
  style: 'primary',
})

/**
 * The tracked offers below one another in a chart.
 * @param refreshed as for `showOfferChart`
 */
export async function showComparisonChart(
  visit: Visit,
  refreshed?: { messageId: number | null },
): Promise<PictureStep> {
  const picture = await comparisonOf(visit)
  if (picture === null) return { kind: 'toast', toast: visit.tr.text('toast-chart-empty') }
  return refreshed === undefined
    ? sendPicture(visit, picture)
    : refreshPicture(visit, picture, refreshed.messageId)
}

/** Null: nothing is tracked, or nobody has applied anywhere. */
async function comparisonOf(visit: Visit): Promise<PictureView | null> {
  const { repos, student, tr, now } = visit
  const tracked = await repos.tracking.list(student.chatId)
  const read: Compared[] = []
  for (const one of tracked) read.push(...(await readCompared(visit, one)))
  const known = byMargin(read)
  const shown = known.filter(({ figures }) => figures.scores.length > 0).slice(0, MOST_ROWS)
  if (shown.length === 0) return null
  const leftOut = known.filter((one) => !shown.includes(one)).slice(0, MOST_ROWS - shown.length)
  const spec = specOf(tr, shown, now)
  return {
    ...{ spec, digest: pictureDigest(spec), subject: 'comparison' },
    caption: captionOf(tr, shown, leftOut, now),
    keyboard: comparisonKeyboard(tr),
  }
}

async function readCompared(visit: Visit, key: TrackedOffer): Promise<Compared[]> {
  const { repos } = visit
  const offer = await repos.offers.find(key.offerId, key.year)
  if (offer === null) return []
  const applicants = await repos.applicants.ofOffer(offer.offerId, offer.year)
  const verdict = ownVerdict(await readTold(visit), offer, applicants)
  return [{ offer, applicants, figures: offerFigures(offer, applicants, verdict) }]
}

function specOf(tr: Translator, shown: readonly Compared[], now: Date): ComparisonChart {
  const modelled = shown.some(({ offer, figures }) => showsModelled(offer, figures))
  return {
    kind: 'comparison',
    rows: shown.map((one) => comparisonRow(tr, one)),
    legend: {
      half: tr.text('chart-comparison-half'),
      most: tr.text('chart-comparison-most'),
      me: shown.some(({ figures }) => figures.mine.length > 0) ? tr.text('chart-comparison-me') : null,
      lastYear: shown.some(({ figures }) => figures.lastYear !== null)
        ? tr.text('chart-comparison-cut-off')
        : null,
    },
    words: {
      title: { programme: tr.text('chart-comparison'), university: '' },
      subtitle: tr.text('chart-comparison-subtitle'),
      foot: [dataText(tr, shown, now)],
      brand: tr.text('chart-brand'),
      modelled: modelled ? tr.text('chart-modelled') : null,
    },
  }
}

function captionOf(
  tr: Translator,
  shown: readonly Compared[],
  leftOut: readonly Compared[],
  now: Date,
): string {
  const offers = leftOut.map(({ offer }) => comparedName(tr, offer)).join('; ')
  const hasGrades = shown.some(({ figures }) => figures.mine.length > 0)
  return [
    tr.text('chart-comparison-caption'),
    ...shown.map((one, index) => `${index + 1}. ${comparisonLine(tr, one)}`),
    ...(leftOut.length === 0 ? [] : [tr.text('chart-comparison-left-out', { offers })]),
    tr.text('my-data-sentence', { data: dataText(tr, shown, now) }),
    ...modelledLines(tr, shown),
    ...(hasGrades ? [] : [tr.text('offer-no-grades')]),
  ].join('\n')
}

function comparisonKeyboard(tr: Translator): Keyboard {
  const refresh = tr.text('button-chart-refresh')
  return [[{ text: refresh, press: { kind: 'comparison-chart', refresh: true } }, menuButton(tr)]]
}
