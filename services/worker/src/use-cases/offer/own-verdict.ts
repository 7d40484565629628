import type { Applicant, NmtResult, OfferDetails, Preferences } from '@abitly/database'
import { judgeOffer } from './judge-offer.ts'
import type { Verdict } from './judge-offer.ts'
import { soleResult } from './shown-result.ts'
import type { Visit } from '../visit.ts'

/** What a student has told: results of the test, and what their application will be like. */
export interface Told {
  results: NmtResult[]
  preferences: Preferences
}

export async function readTold({ repos, student: { chatId } }: Visit): Promise<Told> {
  return {
    results: await repos.grades.ofStudent(chatId),
    preferences: await repos.preferences.of(chatId),
  }
}

/**
 * The verdict as lists and pictures show it: where the branch multiplier makes the score depend on the priority, and
 * the student has told theirs, there is one result only, as where the multiplier is of no matter.
 */
export function ownVerdict(told: Told, offer: OfferDetails, applicants: readonly Applicant[]): Verdict {
  const verdict = judgeOffer(offer, told.results, applicants, told.preferences)
  if (verdict.kind !== 'scored') return verdict
  const sole = soleResult(verdict)
  if (sole === null || !verdict.score.gkMatters) return verdict
  const score = {
    ...verdict.score,
    ...{ first: sole.score, later: sole.score, gkMatters: false },
    ...{ belowMinimum: sole.minimum, laterBelowMinimum: sole.minimum },
  }
  return { ...verdict, score, first: sole.chance, later: null }
}
