import type { OfferDetails } from '@abitly/database'
import { counted, formatDecimal, formatRange, formatScore, kyivDate } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { histogram } from '../../pictures/histogram.ts'
import type { OfferChart, OwnMark } from '../../pictures/picture-spec.ts'
import { nameIn } from '../offer/offer-names.ts'
import type { OfferPage } from '../offer/offer-view.ts'
import { pastYear } from '../offer/past-year.ts'
import { dataMoment } from './data-moment.ts'
import type { OfferFigures, OwnFigure, PlacesFigure } from './offer-figures.ts'

/** The chart of an offer in words and numbers; null: nobody has applied. */
export function offerPicture(page: OfferPage, figures: OfferFigures): OfferChart | null {
  const { tr, offer, now } = page
  const { scores, places, lastYear } = figures
  if (scores.length === 0) return null
  return {
    kind: 'offer',
    scores: histogram(scores),
    mine: figures.mine.map((own) => ownMark(page, own)),
    places: places === null ? null : placesMark(tr, places),
    lastYear:
      lastYear === null || offer.lastYear === null
        ? null
        : {
            score: lastYear,
            label: tr.text('chart-last-year', {
              ...pastYear(offer, offer.lastYear, now),
              score: formatTenth(tr, lastYear),
            }),
          },
    words: wordsOf(page, figures),
  }
}

function placesMark(tr: Translator, places: PlacesFigure): NonNullable<OfferChart['places']> {
  const { count, quotas, ceiling, last } = places
  const bound = ceiling ? 'ceiling' : 'exact'
  const args = { ...counted(tr, 'places', count), bound, quotas }
  return {
    score: last.kind === 'at' ? last.score : null,
    label: tr.text('chart-places', args),
    ...(quotas === 'some' ? { short: tr.text('chart-places-short', args) } : {}),
  }
}

function ownMark({ tr, offer, now }: OfferPage, { priority, score }: OwnFigure): OwnMark {
  const past = offer.lastYear === null ? { past: 'last', pastYear: '' } : pastYear(offer, offer.lastYear, now)
  return {
    score,
    label:
      priority === 'any'
        ? tr.text('chart-me-score', { priority, score: formatScore(tr.language, score) })
        : tr.text('chart-me', { priority }),
    labelWithLastYear: tr.text('chart-me-same', { priority, ...past }),
  }
}

function wordsOf({ tr, offer, now }: OfferPage, figures: OfferFigures): OfferChart['words'] {
  const { code } = offer.speciality
  const line = figures.funding === 'budget' && figures.apart > 0 ? 'general' : figures.funding
  return {
    title: {
      programme: nameIn(tr.language, offer.programme),
      university: nameIn(tr.language, offer.university.short),
    },
    subtitle: tr.text('chart-subtitle', {
      ...{ code, year: String(offer.year), line },
      ...counted(tr, 'applicants', figures.scores.length),
    }),
    foot: footOf(tr, offer, figures, now),
    brand: tr.text('chart-brand'),
    modelled: showsModelled(offer, figures) ? tr.text('chart-modelled') : null,
  }
}

/** The rank and the time of the data; the date in figures where there is no room for its words. */
function footOf(tr: Translator, offer: OfferDetails, { mine }: OfferFigures, now: Date): string[] {
  const moment = dataMoment(tr, offer, now)
  const ranks = mine.flatMap(({ rank }) => rank ?? [])
  if (ranks.length === 0) return [tr.text('chart-foot-no-rank', { moment })]
  const rank = ranks.map(({ best, worst }) => formatRange(tr.language, best, worst)).join(' / ')
  const short = kyivDate(offer.dataAt).split('-').toReversed().join('.')
  return [tr.text('chart-foot', { rank, moment }), tr.text('chart-foot-short', { rank, moment: short })]
}

/** Whether any number in the picture is invented. */
export function showsModelled({ generated }: OfferDetails, { places, lastYear }: OfferFigures): boolean {
  return (
    generated.applicants || (generated.places && places !== null) || (generated.history && lastYear !== null)
  )
}

/** A score with one decimal, rounded down: 171204 → «171,2». */
function formatTenth(tr: Translator, score: number): string {
  const tenths = Math.floor(score / 100)
  return formatDecimal(tr.language, `${Math.floor(tenths / 10)}.${tenths % 10}`)
}
