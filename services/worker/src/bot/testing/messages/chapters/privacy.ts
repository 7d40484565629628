import { INFORMATICS } from '../../sample-offers.ts'
import { sampleOpenDay } from '../../sample-open-days.ts'
import type { Chapter } from '../chapter.ts'
import { follow, giveGrades, later } from '../sample-links.ts'

export const privacy: Chapter = {
  heading: 'Privacy',
  async play(book) {
    const scene = book.open([INFORMATICS])
    await scene.showSaid('/privacy', '/privacy')
    await scene.showPressed('The question before deleting, with little to lose', 'button-erase-ask')
    giveGrades(scene)
    await follow(scene, INFORMATICS)
    scene.data.openDays = [sampleOpenDay(1), sampleOpenDay(2)]
    scene.data.attended.set(scene.chatId, new Set([1, 2]))
    const student = scene.data.students.get(scene.chatId)
    if (student === undefined) throw new Error('Nobody has come')
    scene.data.students.set(scene.chatId, { ...student, webUserId: 'a0000000-0000-4000-8000-000000000001' })
    await scene.say('/privacy')
    await scene.showPressed('The file with everything', 'button-my-data')
    await scene.say('/privacy')
    await scene.showPressed('The question before deleting', 'button-erase-ask')
    later(scene, 1)
    await scene.showPressed('An answer that comes late', 'button-erase-yes')
    await scene.showPressed('Everything is deleted', 'button-erase-yes')
  },
}
