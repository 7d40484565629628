import type { NmtYear } from '@abitly/domain'
import type { Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { showProfile } from '../profile/show-profile.ts'
import { GRADES_DIALOGUE } from './grades-state.ts'

/** Asks before the own entries of a year are deleted; the profile where there are none. */
export async function askDeleteGrades(visit: Visit, nmtYear: NmtYear): Promise<View> {
  const { repos, student, tr } = visit
  const results = await repos.grades.ofStudent(student.chatId)
  const isOwn = results.some((result) => result.nmtYear === nmtYear && result.source === 'own')
  if (!isOwn) return showProfile(visit)
  return {
    text: tr.text('grades-delete-question', { nmtYear: String(nmtYear) }),
    keyboard: [
      [{ text: tr.text('button-keep'), press: { kind: 'profile' }, style: 'primary' }],
      [{ text: tr.text('button-delete-year'), press: { kind: 'delete-grades', nmtYear }, style: 'danger' }],
    ],
  }
}

/** Deletes the own entries of a year. Twice is the same as once. */
export async function deleteGrades(visit: Visit, nmtYear: NmtYear): Promise<Outcome> {
  const { repos, student, tr, now } = visit
  await repos.grades.saveOwn(student.chatId, nmtYear, {}, now)
  // Whoever was about to correct a grade of that year must not bring it back.
  const dialogue = await repos.dialogues.find(student.chatId)
  if (dialogue?.name === GRADES_DIALOGUE) await repos.dialogues.remove(student.chatId)
  return {
    view: await showProfile(visit),
    toast: tr.text('toast-year-deleted', { nmtYear: String(nmtYear) }),
  }
}
