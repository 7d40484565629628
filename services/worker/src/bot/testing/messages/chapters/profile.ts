import { GRADES } from '../../sample-offers.ts'
import type { Chapter } from '../chapter.ts'
import { giveGrades, SITE } from '../sample-links.ts'

export const profile: Chapter = {
  heading: 'Profile',
  async play(book) {
    const scene = book.open([], { accountLinkUrl: SITE })
    await scene.showSaid('/myprofile of a newcomer', '/myprofile')
    giveGrades(scene, { ...GRADES, foreign: 0 })
    await scene.showSaid('/myprofile with grades', '/myprofile')
    giveGrades(scene)
    await scene.showSaid('/myprofile with all passed', '/myprofile')
    await scene.showPressed('The priority', 'button-priorities')
    await scene.showPressed('A priority is chosen', 'button-priority', { priority: 'first' })
    await scene.showPressed('The quota', 'button-quotas')
    await scene.showPressed('A quota is chosen', 'button-quota', { quota: 'Q2' })
    await scene.tap('button-priorities')
    await scene.showPressed('A later priority is chosen', 'button-priority', { priority: 'later' })
    await scene.tap('button-quotas')
    await scene.showPressed('The other quota is chosen', 'button-quota', { quota: 'Q1' })
    await scene.tap('button-quotas')
    await scene.showPressed('No quota', 'button-quota', { quota: 'none' })
  },
}
