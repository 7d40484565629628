import type { Chapter } from './chapter.ts'
import { account } from './chapters/account.ts'
import { digest, openDayUpdates, reminders } from './chapters/begun-by-us.ts'
import { following } from './chapters/following.ts'
import { gettingStarted } from './chapters/getting-started.ts'
import { grades } from './chapters/grades.ts'
import { notUnderstood } from './chapters/not-understood.ts'
import { notifications } from './chapters/notifications.ts'
import { offerLinks, offerViews } from './chapters/offer.ts'
import { openDayFilters, openDays } from './chapters/open-days.ts'
import { pictures } from './chapters/pictures.ts'
import { plan } from './chapters/plan.ts'
import { privacy } from './chapters/privacy.ts'
import { profile } from './chapters/profile.ts'
import { search } from './chapters/search.ts'
import { statistics } from './chapters/statistics.ts'

/** Every feature that writes to students, in the order of the page. A new one adds its file here. */
export const CHAPTERS: readonly Chapter[] = [
  gettingStarted,
  offerViews,
  offerLinks,
  grades,
  following,
  statistics,
  pictures,
  plan,
  search,
  openDays,
  openDayFilters,
  notifications,
  profile,
  account,
  privacy,
  reminders,
  digest,
  openDayUpdates,
  notUnderstood,
]
