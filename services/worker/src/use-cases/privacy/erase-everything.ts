import { counted, kyivDate, listText } from '@abitly/text'
import type { Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'

/** A question is answered soon; an old "yes" under a message far above may have been meant for other data. */
const QUESTION_SECONDS = 15 * 60

/** Asks whether to erase everything, with what there is to lose. */
export async function askToErase(visit: Visit): Promise<View> {
  const { tr, now } = visit
  const lost = await whatIsLost(visit)
  const text =
    lost.length === 0 ? tr.text('erase-little') : tr.text('erase-lost', { lost: listText(tr, lost) })
  return {
    text: `${tr.text('erase-question')}\n${text}`,
    keyboard: [
      [{ text: tr.text('button-erase-no'), press: { kind: 'privacy' }, style: 'primary' }],
      [
        {
          text: tr.text('button-erase-yes'),
          press: { kind: 'erase', askedAt: secondsOf(now) },
          style: 'danger',
        },
      ],
    ],
  }
}

/**
 * Erases everything, for who was asked just now; others are asked again. Nothing may be written for the student after
 * it in the same update: there is no such row any more.
 *
 * Redis keeps no text of the chat once its updates are handled. What it keeps by the chat's number expires by itself:
 * the lane's counters (`ep`, `att`, `out`) a day after their last use, the limiter's interval and pause of the chat
 * when they are over, within seconds, a job that woke the lane as soon as it is done.
 */
export async function eraseEverything(visit: Visit, askedAt: number): Promise<Outcome> {
  const { repos, student, tr, now } = visit
  if (Math.abs(secondsOf(now) - askedAt) > QUESTION_SECONDS)
    return { view: await askToErase(visit), toast: tr.text('toast-asked-again') }
  await repos.personalData.erase(student.chatId, now)
  return { view: { text: tr.text('erased') } }
}

/** «бали, 3 пропозиції, 2 події, зв’язок з акаунтом», as far as there are any. */
async function whatIsLost({ repos, student, tr, now }: Visit): Promise<string[]> {
  const results = await repos.grades.ofStudent(student.chatId)
  const offers = await repos.tracking.count(student.chatId)
  const { all: openDays } = await repos.openDays.countAttended(student.chatId, kyivDate(now))
  return [
    ...(results.some(({ source }) => source === 'own') ? [tr.text('erase-grades')] : []),
    ...(offers === 0 ? [] : [tr.text('erase-offers', counted(tr, 'offers', offers))]),
    ...(openDays === 0 ? [] : [tr.text('erase-open-days', counted(tr, 'events', openDays))]),
    ...(student.webUserId === null ? [] : [tr.text('erase-link')]),
  ]
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
