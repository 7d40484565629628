import type { Visit } from './visit.ts'

/** «Стежимо: 3 з 5», «Замінено: стежимо 5 з 5» */
export async function followingToast(
  { repos, student, tr, settings }: Visit,
  key: 'toast-following' | 'toast-replaced' = 'toast-following',
): Promise<string> {
  const followed = await repos.tracking.count(student.chatId)
  return tr.text(key, {
    followed: String(followed),
    limit: String(settings.monitoredOffersLimit),
  })
}
