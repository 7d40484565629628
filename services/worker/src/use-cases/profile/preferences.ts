import type { Preferences } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { backToProfileButton, menuButton } from '../buttons.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { OfferOrigin } from '../offer/offer-origin.ts'
import { showOffer } from '../show-offer.ts'
import type { Button, Outcome, Press, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { showProfile } from './show-profile.ts'

const PRIORITIES = ['first', 'later', null] as const
const QUOTAS = ['none', 'Q1', 'Q2'] as const

/** Which priority the student's applications will have: it decides whether the branch multiplier counts. */
export async function askPriority({ repos, student, tr }: Visit): Promise<View> {
  const { priority: chosen } = await repos.preferences.of(student.chatId)
  const buttons = PRIORITIES.map((priority) => {
    const label = tr.text('button-priority', { priority: priority ?? 'unknown' })
    return choice(tr, label, priority === chosen, { kind: 'priority', priority })
  })
  return { text: tr.text('priority-question'), keyboard: [...rowsOf(buttons), wayBack(tr)] }
}

/** Which quota the student is entitled to. */
export async function askQuota({ repos, student, tr }: Visit): Promise<View> {
  const { quota: chosen } = await repos.preferences.of(student.chatId)
  const buttons = QUOTAS.map((quota) => {
    const label = tr.text('button-quota', { quota })
    return choice(tr, label, quota === chosen, { kind: 'quota', quota })
  })
  return { text: tr.text('quota-question'), keyboard: [...rowsOf(buttons), wayBack(tr)] }
}

/** Keeps what was chosen and goes back to the profile. Twice is the same as once. */
export async function choosePreference(visit: Visit, change: Partial<Preferences>): Promise<Outcome> {
  const { repos, student, tr, now } = visit
  await repos.preferences.save(student.chatId, change, now)
  return { view: await showProfile(visit), toast: tr.text('toast-saved') }
}

/** The same from an offer: its score becomes a single one. */
export async function chooseOfferPriority(
  visit: Visit,
  priority: 'first' | 'later',
  { offer, list }: { offer: OfferKey; list: OfferOrigin },
): Promise<Outcome> {
  const { repos, student, tr, now } = visit
  await repos.preferences.save(student.chatId, { priority }, now)
  return { view: await showOffer(visit, offer, list), toast: tr.text('toast-priority', { priority }) }
}

function choice(tr: Translator, name: string, isChosen: boolean, press: Press): Button {
  return { text: isChosen ? tr.text('chosen', { name }) : name, press }
}

function rowsOf(buttons: readonly Button[]): Button[][] {
  return buttons.map((button) => [button])
}

function wayBack(tr: Translator): Button[] {
  return [backToProfileButton(tr), menuButton(tr)]
}
