import { GRADES, INFORMATICS, INFORMATICS_LIST } from '../../sample-offers.ts'
import type { Book, Chapter } from '../chapter.ts'
import { giveGrades, linkTo } from '../sample-links.ts'

const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'

export const grades: Chapter = {
  heading: 'NMT grades',
  async play(book) {
    await showEntering(book)
    await showWrongAnswers(book)
    await showCorrecting(book)
    await showAccount(book)
  },
}

async function showEntering(book: Book): Promise<void> {
  const scene = book.open([INFORMATICS])
  scene.data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  await scene.say(linkTo(INFORMATICS))
  await scene.showPressed('The year', 'button-add-grades')
  await scene.showPressed('The elective', '2025')
  await scene.showPressed('The first grade', 'subject-label', { subject: 'phys' })
  await scene.showSaid('One grade is in', '180')
  await scene.showPressed('A subject not passed', 'button-not-passed')
  await scene.tap('button-back')
  await scene.showSaid('The last one', '190 170')
  const { data, messageId } = scene.find(book.label('button-not-passed'))
  await scene.showSaid('All are in', '185')
  await scene.showAfter('A button of a dialogue that is over', () => scene.pressData(data, messageId))
}

async function showWrongAnswers(book: Book): Promise<void> {
  const scene = book.open([INFORMATICS])
  await scene.say(linkTo(INFORMATICS))
  await scene.tap('button-add-grades')
  await scene.showSaid('A text where buttons answer', book.in('торік', 'last year'))
  await scene.tap('2025')
  await scene.tap('subject-label', { subject: 'phys' })
  await scene.say('180 190')
  await scene.showSaid('A number out of range', '250')
  await scene.showSaid('Points of the test', '32')
  await scene.showSaid('No number', book.in('сто', 'hundred'))
  await scene.showSaid('Too many numbers', '190 170 185')
  await scene.showSaid('Other subjects than those asked', book.in('хімія 190', 'chemistry 190'))
  await scene.showPressed('Given up', 'button-cancel')
}

async function showCorrecting(book: Book): Promise<void> {
  const scene = book.open([INFORMATICS])
  giveGrades(scene)
  await scene.say(linkTo(INFORMATICS))
  await scene.showPressed('My grades', 'button-grades')
  await scene.showPressed('Which one to correct', 'button-fix-year', { nmtYear: '2025' })
  await scene.showPressed('The question before deleting', 'button-ask-delete-year', { nmtYear: '2025' })
  await scene.showPressed('They are deleted', 'button-delete-year')
  await scene.say('/start')
  await scene.tap('button-add-grades')
  await scene.tap('2022')
  await scene.showSaid('Saved, without an offer to go back to', '150 160 170')
  await scene.tap('button-fix')
}

async function showAccount(book: Book): Promise<void> {
  const scene = book.open([INFORMATICS])
  await scene.say('/start')
  const student = scene.data.students.get(scene.chatId)
  if (student === undefined) throw new Error('Nobody has come')
  scene.data.students.set(scene.chatId, { ...student, webUserId: ACCOUNT })
  scene.data.accounts.push({ id: ACCOUNT, firstName: 'Олена', lastName: 'К.' })
  scene.data.accountResults.set(ACCOUNT, [
    { nmtYear: 2025, source: 'account', grades: { ...GRADES, hist: 0 } },
  ])
  await scene.say('/myprofile')
  await scene.showPressed('Grades of the account', 'button-edit-grades')
}
