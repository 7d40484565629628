import { counted } from '@abitly/text'
import type { Button, Keyboard, View } from './view.ts'
import type { Visit } from './visit.ts'

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

async function standing({ repos, student, tr }: Visit): Promise<string> {
  const followed = await repos.tracking.count(student.chatId)
  const invitation = tr.text('send-a-link')
  return followed === 0
    ? invitation
    : `${tr.text('menu-followed', counted(tr, 'followed', followed))}\n${invitation}`
}

/** Only what exists: a button nobody answers is worse than none. */
async function menuKeyboard({ repos, student, tr, settings }: Visit): Promise<Keyboard> {
  const results = await repos.grades.ofStudent(student.chatId)
  const hasGrades = results.length > 0
  const example: Button = { text: tr.text('button-example'), press: { kind: 'example' }, style: 'primary' }
  const gradesText = tr.text(hasGrades ? 'button-grades' : 'button-add-grades')
  const grades: Button = { text: gradesText, press: { kind: 'grades', from: null } }
  const help: Button = { text: tr.text('button-help'), press: { kind: 'help' } }
  const language: Button = { text: tr.text('button-language'), press: { kind: 'languages' } }
  const signIn = settings.accountLinkUrl
  return [
    ...(hasGrades ? [] : [[example]]),
    [grades, help],
    [language],
    ...(signIn === null ? [] : [[{ text: tr.text('button-sign-in'), url: signIn }]]),
  ]
}
