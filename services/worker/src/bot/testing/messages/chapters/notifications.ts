import type { Chapter } from '../chapter.ts'

export const notifications: Chapter = {
  heading: 'Notifications and quiet hours',
  async play(book) {
    const scene = book.open()
    await scene.showSaid('/notifications', '/notifications')
    await scene.showPressed('Quiet hours', 'button-quiet-hours')
    await scene.showPressed('No quiet hours', 'button-quiet-never')
    await scene.showPressed('All are off', 'button-mute-all')
    await scene.tap('button-unmute-all')
    await scene.showAfter('Off by the button under a notification', () => scene.pressData('1:nm:o', 101))
  },
}
