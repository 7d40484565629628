import type { OpenDay } from '@abitly/database'
import { atTimeText, counted, formatCount, kyivDate, onDayText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { planButton, signInButtons } from './buttons.ts'
import { inLanguage, noonOf, shownName } from './open-days/open-day-names.ts'
import type { Button, Keyboard, View } from './view.ts'
import type { Visit } from './visit.ts'

const UNIVERSITY = 60

/** The first screen: for a newcomer what the bot is, for everybody else how things stand. */
export async function greet(visit: Visit): Promise<View> {
  const { student, tr } = visit
  if (student.isNew) return { text: tr.text('start-welcome'), keyboard: await menuKeyboard(visit) }
  return {
    text: `${visit.tr.text('start-again')}\n\n${await standing(visit)}`,
    keyboard: await menuKeyboard(visit),
  }
}

/** The way back from everywhere. */
export async function showMenu(visit: Visit): Promise<View> {
  return {
    text: `${visit.tr.text('menu-title')}\n\n${await standing(visit)}`,
    keyboard: await menuKeyboard(visit),
  }
}

async function standing({ repos, student, tr, now }: Visit): Promise<string> {
  const followed = await repos.tracking.count(student.chatId)
  const openDays = await repos.openDays.attended(student.chatId, {
    today: kyivDate(now),
    offset: 0,
    limit: 1,
  })
  return [
    ...(followed === 0 ? [] : [tr.text('menu-followed', counted(tr, 'followed', followed))]),
    ...openDays.filter(({ date }) => date >= kyivDate(now)).map((next) => nextOpenDay(tr, next, now)),
    tr.text('send-a-link'),
  ].join('\n')
}

function nextOpenDay(tr: Translator, openDay: OpenDay, now: Date): string {
  const { date, startsAt, university } = openDay
  const day = onDayText(tr, noonOf(date), now)
  const when = startsAt === null ? day : tr.text('menu-when', { day, time: atTimeText(tr, startsAt) })
  const short = shownName(inLanguage(tr, university.short), UNIVERSITY)
  return tr.text('menu-next-open-day', { when, university: short })
}

/** Only what exists: a button nobody answers is worse than none. */
async function menuKeyboard({ repos, student, tr, settings }: Visit): Promise<Keyboard> {
  const results = await repos.grades.ofStudent(student.chatId)
  const followed = await repos.tracking.count(student.chatId)
  const state: MenuState = { hasGrades: results.length > 0, linked: student.webUserId !== null, followed }
  return [
    ...mainRow(tr, state),
    ...otherRows(tr, state),
    ...(state.linked ? [] : signInButtons(tr, settings)),
  ]
}

interface MenuState {
  hasGrades: boolean
  linked: boolean
  followed: number
}

/** What most would do now: look at what they follow; else, who has no grades, see an example. */
function mainRow(tr: Translator, { hasGrades, followed }: MenuState): Keyboard {
  if (followed > 0) {
    const text = tr.text('button-my-offers-count', { followed: formatCount(tr.language, followed) })
    return [[{ text, press: { kind: 'my-offers', page: 0 }, style: 'primary' }]]
  }
  if (hasGrades) return []
  return [[{ text: tr.text('button-example'), press: { kind: 'example' }, style: 'primary' }]]
}

function otherRows(tr: Translator, { hasGrades, linked, followed }: MenuState): Keyboard {
  // Before there is anything to see in a profile, its first step stands here.
  const profile: Button =
    hasGrades || linked
      ? { text: tr.text('button-grades-and-profile'), press: { kind: 'profile' } }
      : { text: tr.text('button-add-grades'), press: { kind: 'grades', from: null } }
  const openDays: Button = { text: tr.text('button-open-days'), press: { kind: 'open-days', place: null } }
  const help: Button = { text: tr.text('button-help'), press: { kind: 'help' } }
  const language: Button = { text: tr.text('button-language'), press: { kind: 'languages' } }
  const statistics: Button = { text: tr.text('button-statistics'), press: { kind: 'statistics' } }
  // Who has settled in needs no choice of a language under each menu: /language stays.
  const settled = hasGrades || linked || followed > 0
  return settled
    ? [[profile, openDays], [planButton(tr), statistics], [help]]
    : [
        [profile, openDays],
        [help, language],
      ]
}
