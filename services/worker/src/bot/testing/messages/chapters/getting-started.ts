import { INFORMATICS } from '../../sample-offers.ts'
import { sampleOpenDay } from '../../sample-open-days.ts'
import type { Chapter } from '../chapter.ts'
import { ANALYTICS, follow, giveGrades, giveLists, SITE } from '../sample-links.ts'

export const gettingStarted: Chapter = {
  heading: 'Getting started',
  async play(book) {
    const scene = book.open([INFORMATICS, ANALYTICS], { accountLinkUrl: SITE })
    giveLists(scene)
    await scene.showSaid('The first /start', '/start')
    await scene.showPressed('The example', 'button-example')
    await scene.showPressed('The menu, as a button leads to it', 'button-menu')
    await scene.showSaid('/start once more', '/start')
    await follow(scene, INFORMATICS)
    giveGrades(scene)
    scene.data.openDays = [sampleOpenDay(1)]
    scene.data.attended.set(scene.chatId, new Set([1]))
    await scene.showSaid('/start of who has grades, an offer and an event', '/start')
    await scene.showSaid('/help', '/help')
    await scene.showPressed('Where to get a link', 'button-link-help')
    await scene.showSaid('/language', '/language')
    await scene.showSaid('The link of a university that is unknown', '/start university_5')
  },
}
