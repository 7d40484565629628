import type { CallReply } from '../../../reply.ts'
import type { Chapter, Scene } from '../chapter.ts'
import { INFORMATICS } from '../../sample-offers.ts'

export const notUnderstood: Chapter = {
  heading: 'When something goes wrong',
  async play(book) {
    const scene = book.open([INFORMATICS])
    await scene.showSaid('A text that is neither link nor name', '🎓!')
    await scene.showSaid('A command nobody knows', '/foo')
    await scene.say('/start')
    await scene.showAfter('A button of an older version', () =>
      scene.pressData('1:zz', scene.find(book.label('button-help')).messageId),
    )
    const update = { update_id: 123_456, message: scene.message({ text: '/start' }) }
    book.noteReplies('An error of ours', () => calls(scene.handler.apology(update).replies))
    book.noteReplies('Too many messages at once', () => calls(scene.handler.tooFast(scene.chatId).replies))
    await scene.showAfter('A command in a group', () => scene.deliver(inGroup(scene)))
  },
}

function inGroup({ from }: Scene): object {
  const chat = { id: -100, type: 'supergroup', title: 'Група' }
  return { update_id: 7, message: { message_id: 1, date: 1, chat, from, text: '/start@abitly_bot' } }
}

function calls(replies: readonly unknown[]): CallReply[] {
  return replies as CallReply[]
}
