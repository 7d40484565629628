import type { ShownPicture } from '@abitly/database'
import type { Visit } from '../visit.ts'
import type { PictureStep, PictureView } from './picture-view.ts'

/** Telegram lets a bot delete its messages for 48 hours; an hour less, so that a slow minute does not matter. */
const DELETABLE_MS = 47 * 60 * 60 * 1000

/** Shows a picture at the bottom of the chat; the former one of its subject goes. */
export async function sendPicture(
  { repos, student, now }: Visit,
  picture: PictureView,
): Promise<PictureStep> {
  const former = await repos.pictures.shown(student.chatId, picture.subject)
  return { kind: 'send', picture, former: former === null ? null : formerOf(former, now) }
}

/**
 * Shows a picture in place of the one whose button was pressed, or says that nothing has changed. A button out of
 * reach leads to a new picture.
 */
export async function refreshPicture(
  visit: Visit,
  picture: PictureView,
  messageId: number | null,
): Promise<PictureStep> {
  if (messageId === null) return sendPicture(visit, picture)
  const { repos, student, tr } = visit
  const shown = await repos.pictures.shown(student.chatId, picture.subject)
  const isSame = shown?.messageId === messageId && shown.digest === picture.digest
  return isSame ? { kind: 'toast', toast: tr.text('toast-chart-same') } : { kind: 'edit', picture, messageId }
}

function formerOf({ messageId, sentAt }: ShownPicture, now: Date) {
  return { messageId, deletable: now.getTime() - sentAt.getTime() < DELETABLE_MS }
}
