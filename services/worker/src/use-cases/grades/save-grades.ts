import type { NmtYear } from '@abitly/domain'
import { menuButton, planButton } from '../buttons.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import { viewOffer } from '../show-offer.ts'
import type { Button, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { subjectsOf } from './grades-state.ts'
import type { Entered, GradeStep } from './grades-state.ts'
import { gradesLine } from './grades-texts.ts'

/** Ends the dialogue: the grades are kept, and the offer they came from opens by itself. */
export async function saveGrades(
  visit: Visit,
  { nmtYear, electives, from }: GradeStep,
  grades: Entered,
): Promise<{ view: View; next?: View }> {
  const { repos, student, tr, now } = visit
  await repos.grades.saveOwn(student.chatId, nmtYear, grades, now)
  await repos.dialogues.remove(student.chatId)
  const line = gradesLine(tr, subjectsOf(nmtYear, electives), grades)
  const text = tr.text('grades-saved', { nmtYear: String(nmtYear), grades: line })
  const offer = from === null ? null : await repos.offers.find(from.offerId, from.year)
  if (from === null || offer === null) {
    // Whoever came from no offer can be shown all of them.
    const plan: Button = { ...planButton(tr), style: 'primary' }
    return { view: { text, keyboard: [[plan], lastRow(visit, nmtYear, null)] } }
  }
  return {
    view: { text, keyboard: [lastRow(visit, nmtYear, from)] },
    next: await viewOffer(visit, offer),
  }
}

function lastRow({ tr }: Visit, nmtYear: NmtYear, from: OfferKey | null): Button[] {
  return [{ text: tr.text('button-fix'), press: { kind: 'fix-grades', nmtYear, from } }, menuButton(tr)]
}
