import type { Applicant, NmtResult, OfferDetails } from '@abitly/database'
import { judgeOffer } from '../../use-cases/offer/judge-offer.ts'
import { offerText } from '../../use-cases/offer/offer-view.ts'
import { GRADES, INFORMATICS, INFORMATICS_LIST, MID_CAMPAIGN } from './sample-offers.ts'
import { i18n } from './test-chat.ts'

/** A view of an offer to judge; what is not said is informatics at Lviv with 183,571. */
export interface Scene {
  language?: 'uk' | 'en'
  of?: OfferDetails
  /** What differs from it. */
  offer?: Partial<OfferDetails>
  list?: Applicant[]
  /** Null: the student has none. */
  grades?: NmtResult['grades'] | null
  nmtYear?: number
  now?: Date
}

/** The text to the character. */
export function sceneText(scene: Scene): string {
  const offer = { ...(scene.of ?? INFORMATICS), ...scene.offer }
  const applicants = scene.list ?? INFORMATICS_LIST
  const grades = scene.grades === undefined ? GRADES : scene.grades
  const results: NmtResult[] =
    grades === null ? [] : [{ nmtYear: scene.nmtYear ?? 2025, source: 'own', grades }]
  const verdict = judgeOffer(offer, results, applicants)
  const tr = i18n[scene.language ?? 'uk']
  return offerText({ tr, offer, applicants, verdict, now: scene.now ?? MID_CAMPAIGN })
}

/** The same with plain spaces, so that expectations can be read. */
export function plainText(scene: Scene): string {
  return sceneText(scene).replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}

/** The lines after the heading: what the student came for. */
export function personalPart(scene: Scene): string[] {
  return paragraph(scene, 1)
}

/** The lines about the offer itself. */
export function factPart(scene: Scene): string[] {
  return paragraph(scene, 2).filter((line) => !line.startsWith('<i>'))
}

/** The folded lines. */
export function explanationPart(scene: Scene): string[] {
  return (/<blockquote expandable>([^]*)<\/blockquote>/.exec(plainText(scene))?.[1] ?? '').split('\n')
}

/** The lines in italics: the age of the data is the last of them. */
export function italicLines(scene: Scene): string[] {
  return plainText(scene)
    .split('\n')
    .filter((line) => line.startsWith('<i>'))
}

/** Other places than those of informatics. */
export function inPlaces(changes: Partial<OfferDetails['places']>): Partial<OfferDetails> {
  return { places: { ...INFORMATICS.places, ...changes } }
}

export const CONTRACT_ONLY: Partial<OfferDetails> = {
  kind: 'nonbudget',
  ...inPlaces({ maxBudget: 0, licenceVolume: 125 }),
}

/** Grades that give 142,143 for informatics. */
export const WEAK_GRADES = { ukr: 140, math: 150, hist: 140, phys: 135 }

function paragraph(scene: Scene, index: number): string[] {
  const text = plainText(scene).split('\n\n')[index] ?? ''
  return (text.split('\n<blockquote')[0] ?? '').split('\n')
}
