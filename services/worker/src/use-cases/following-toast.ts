import type { Visit } from './visit.ts'

/** «Стежимо: 3 з 5» */
export async function followingToast({ repos, student, tr, settings }: Visit): Promise<string> {
  const followed = await repos.tracking.count(student.chatId)
  return tr.text('toast-following', {
    followed: String(followed),
    limit: String(settings.monitoredOffersLimit),
  })
}
