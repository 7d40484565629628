import { DEFAULT_NOTIFICATION_SETTINGS } from '@abitly/database'
import type {
  Account,
  AccountEvent,
  Applicant,
  Dialogue,
  LinkRecord,
  NmtResult,
  NotificationSettings,
  OfferDetails,
  OfferFigures,
  OfferLook,
  Preferences,
  Repositories,
  ShownPicture,
  Student,
  TrackedOffer,
  UnreachableReason,
} from '@abitly/database'
import { fakeOpenDayFilters, fakeOpenDays, noOpenDays } from './fake-open-days.ts'
import type { FakeOpenDays } from './fake-open-days.ts'
import { fakeOfferSearch } from './fake-offer-search.ts'
import type { FakeSearches } from './fake-offer-search.ts'
import { fakePlans } from './fake-plans.ts'
import type { FakePlans } from './fake-plans.ts'

/** What the fake database holds; tests read and change it directly. */
export interface FakeData extends FakeOpenDays, FakePlans, FakeSearches {
  offers: OfferDetails[]
  /** By offer id. */
  applicants: Map<number, Applicant[]>
  students: Map<bigint, Student>
  unreachable: Map<bigint, UnreachableReason>
  results: Map<bigint, NmtResult[]>
  tracked: Map<bigint, TrackedOffer[]>
  /** By chat: what was seen, with the day. */
  looks: Map<bigint, (OfferLook & { day: string })[]>
  /** By offer id; others are made of the offer's statistics. */
  figures: Map<number, Partial<OfferFigures>>
  dialogues: Map<bigint, Dialogue>
  hintedAt: Map<bigint, number>
  settings: Map<bigint, NotificationSettings>
  /** By chat and subject. */
  shownPictures: Map<string, ShownPicture>
  accounts: Account[]
  /** By account id: what `grades.ofStudent` takes from there. */
  accountResults: Map<string, NmtResult[]>
  linkRecords: LinkRecord[]
  failures: Map<bigint, Date[]>
  accountEvents: Omit<AccountEvent, 'id'>[]
  preferences: Map<bigint, Preferences>
}

/** The database in memory, as far as features of students use it. */
export function fakeRepositories(offers: OfferDetails[] = []): { data: FakeData; repos: Repositories } {
  const data: FakeData = {
    offers,
    applicants: new Map(),
    students: new Map(),
    unreachable: new Map(),
    results: new Map(),
    tracked: new Map(),
    looks: new Map(),
    figures: new Map(),
    dialogues: new Map(),
    hintedAt: new Map(),
    searches: new Map(),
    settings: new Map(),
    ...noOpenDays(),
    shownPictures: new Map(),
    accounts: [],
    accountResults: new Map(),
    linkRecords: [],
    failures: new Map(),
    accountEvents: [],
    preferences: new Map(),
    wishes: new Map(),
    plans: new Map(),
  }
  const repos: Repositories = {
    students: fakeStudents(data),
    grades: fakeGrades(data),
    offers: fakeOffers(data),
    offerSearch: fakeOfferSearch(data, offers),
    applicants: {
      ofOffer: async (offerId) => data.applicants.get(offerId) ?? [],
      ofOffers: async (keys) => keys.map(({ offerId }) => data.applicants.get(offerId) ?? []),
    },
    tracking: fakeTracking(data),
    offerLooks: fakeLooks(data),
    offerTold: {
      ...untouched('offerTold'),
      states: async (keys) => keys.map(({ offerId, year }) => ({ offerId, year, cutoff: null, revision: 0 })),
      record: async () => undefined,
    },
    dialogues: fakeDialogues(data),
    processedUpdates: untouched('processedUpdates'),
    personalData: {
      ...untouched('personalData'),
      erase: async (chatId) => {
        for (const kept of Object.values(data)) if (kept instanceof Map) kept.delete(chatId)
      },
    },
    campaigns: untouched('campaigns'),
    deliveries: untouched('deliveries'),
    audiences: untouched('audiences'),
    sendingSwitch: untouched('sendingSwitch'),
    adminActions: untouched('adminActions'),
    chatMigrations: untouched('chatMigrations'),
    schedule: untouched('schedule'),
    choices: {
      regions: async () => data.regions,
      universities: async () => data.universities,
      specialities: async () => data.specialities,
    },
    openDays: fakeOpenDays(data),
    openDayFilters: fakeOpenDayFilters(data),
    notificationSettings: {
      of: async (chatId) => data.settings.get(chatId) ?? DEFAULT_NOTIFICATION_SETTINGS,
      save: async (chatId, settings) => {
        data.settings.set(chatId, settings)
      },
    },
    pictures: fakePictures(data),
    accounts: fakeAccounts(data),
    links: fakeLinks(data),
    accountEvents: fakeAccountEvents(data),
    preferences: fakePreferences(data),
    plans: fakePlans(data, offers),
  }
  return { data, repos }
}

/** What features of students never touch; those of admins are tested on a real database. */
function untouched<K extends keyof Repositories>(name: K): Repositories[K] {
  const refuse = (): never => {
    throw new Error(`Features of students do not touch "${name}"`)
  }
  return new Proxy({} as Repositories[K], { get: () => refuse })
}

function fakeStudents({ students, unreachable, hintedAt }: FakeData): Repositories['students'] {
  return {
    touch: async ({ chatId, userId, languageCode }) => {
      unreachable.delete(chatId)
      const known = students.get(chatId)
      const language = languageCode?.startsWith('en') === true ? 'en' : 'uk'
      const student: Student = {
        chatId,
        userId,
        language,
        webUserId: null,
        notificationsEnabled: true,
        ...known,
        reachable: true,
        isNew: known === undefined,
      }
      students.set(chatId, student)
      return student
    },
    people: async () => [],
    setLanguage: async (chatId, language) => {
      const student = students.get(chatId)
      if (student !== undefined) students.set(chatId, { ...student, language })
    },
    setNotifications: async (chatId, notificationsEnabled) => {
      const student = students.get(chatId)
      if (student !== undefined) students.set(chatId, { ...student, notificationsEnabled })
    },
    markUnreachable: async (chatId, reason) => {
      unreachable.set(chatId, reason)
    },
    claimHint: async (chatId, now, everyMs) => {
      const last = hintedAt.get(chatId)
      if (last !== undefined && now.getTime() - last < everyMs) return false
      hintedAt.set(chatId, now.getTime())
      return true
    },
  }
}

function fakeGrades({ results, students, accountResults }: FakeData): Repositories['grades'] {
  const of = (chatId: bigint): NmtResult[] => results.get(chatId) ?? []
  return {
    ofStudent: async (chatId) => {
      const account = accountResults.get(students.get(chatId)?.webUserId ?? '') ?? []
      const years = new Set(account.map(({ nmtYear }) => nmtYear))
      const others = of(chatId).filter(({ nmtYear }) => !years.has(nmtYear))
      return [...account, ...others].toSorted((a, b) => b.nmtYear - a.nmtYear)
    },
    saveOwn: async (chatId, nmtYear, grades) => {
      const others = of(chatId).filter((result) => result.nmtYear !== nmtYear)
      const own: NmtResult[] = Object.keys(grades).length === 0 ? [] : [{ nmtYear, source: 'own', grades }]
      results.set(chatId, [...others, ...own])
    },
  }
}

function fakeAccounts({ accounts, students }: FakeData): Repositories['accounts'] {
  const find = async (id: string): Promise<Account | null> =>
    accounts.find((account) => account.id === id) ?? null
  const chatOf = (id: string): Student | undefined =>
    [...students.values()].find(({ webUserId }) => webUserId === id)
  const link = (chatId: bigint, webUserId: string | null): void => {
    const student = students.get(chatId)
    if (student !== undefined) students.set(chatId, { ...student, webUserId })
  }
  return {
    find,
    lock: find,
    chatOf: async (id) => {
      const chat = chatOf(id)
      return chat === undefined ? null : { chatId: chat.chatId, language: chat.language }
    },
    connect: async (chatId, id) => {
      const chat = chatOf(id)
      if (chat !== undefined && chat.chatId !== chatId) throw new Error('An account has one chat at most')
      link(chatId, id)
    },
    disconnect: async (chatId) => link(chatId, null),
    generated: async (limit) => accounts.slice(0, limit),
  }
}

function fakeLinks({ linkRecords, failures }: FakeData): Repositories['links'] {
  return {
    record: async (record) => {
      linkRecords.push(record)
    },
    redeemed: async (chatId, tokenId) =>
      linkRecords.findLast((record) => record.chatId === chatId && record.tokenId === tokenId)?.webUserId ??
      null,
    failures: async (chatId) => failures.get(chatId) ?? [],
    keepFailures: async (chatId, failedAt) => {
      failures.set(chatId, [...failedAt])
    },
  }
}

function fakeAccountEvents({ accountEvents }: FakeData): Repositories['accountEvents'] {
  return {
    add: async (event) => {
      accountEvents.push(event)
    },
    unpublished: async () => [],
    markPublished: async () => undefined,
    purge: async () => 0,
  }
}

function fakePreferences({ preferences }: FakeData): Repositories['preferences'] {
  const of = (chatId: bigint): Preferences => preferences.get(chatId) ?? { priority: null, quota: null }
  return {
    of: async (chatId) => of(chatId),
    save: async (chatId, change) => {
      preferences.set(chatId, { ...of(chatId), ...change })
    },
  }
}

function fakeOffers({ offers, figures }: FakeData): Repositories['offers'] {
  const find = (offerId: number, year: number | null): OfferDetails | undefined =>
    offers.find((offer) => offer.offerId === offerId && (year === null || offer.year === year))
  return {
    find: async (offerId, year) => find(offerId, year) ?? null,
    several: async (keys) => keys.flatMap(({ offerId, year }) => find(offerId, year) ?? []).reverse(),
    figures: async (offerId, year) => {
      const offer = find(offerId, year)
      if (offer === undefined) return null
      const { applied, budgetApplied } = offer.statistics
      const none = { admitted: null, minScore: null, avgScore: null, maxScore: null, recommended: null }
      const enrolled = { enrolledBudget: null, enrolledContract: null }
      const history = offer.lastYear === null ? [] : [offer.lastYear]
      return {
        applied,
        budgetApplied,
        ...none,
        ...enrolled,
        history,
        ...figures.get(offerId),
      }
    },
    years: async () => [...new Set(offers.map((offer) => offer.year))].toSorted((a, b) => b - a),
  }
}

function fakeLooks({ looks, tracked }: FakeData): Repositories['offerLooks'] {
  const key = ({ offerId, year }: { offerId: number; year: number }): string => `${year}:${offerId}`
  return {
    before: async (chatId, today) => {
      const followed = new Map((tracked.get(chatId) ?? []).map((offer) => [key(offer), offer.trackedAt]))
      const newest = new Map<string, OfferLook>()
      for (const { day, ...look } of (looks.get(chatId) ?? []).toSorted((a, b) =>
        a.day.localeCompare(b.day),
      )) {
        const since = followed.get(key(look))
        if (day < today && since !== undefined && look.seenAt >= since) newest.set(key(look), look)
      }
      return [...newest.values()]
    },
    record: async (chatId, day, seen) => {
      const isNew = (old: OfferLook & { day: string }): boolean =>
        old.day === day && seen.some((look) => key(look) === key(old))
      const kept = (looks.get(chatId) ?? []).filter((old) => !isNew(old))
      looks.set(chatId, [...kept, ...seen.map((look) => ({ ...look, day }))])
    },
  }
}

function fakeTracking({ tracked, offers }: FakeData): Repositories['tracking'] {
  const of = (chatId: bigint): TrackedOffer[] => tracked.get(chatId) ?? []
  const has = (chatId: bigint, offerId: number, year: number): boolean =>
    of(chatId).some((offer) => offer.offerId === offerId && offer.year === year)
  return {
    list: async (chatId) => of(chatId),
    count: async (chatId) => of(chatId).length,
    has: async (chatId, offerId, year) => has(chatId, offerId, year),
    add: async (chatId, offerId, year, now) => {
      if (has(chatId, offerId, year)) return 'already'
      const offer = offers.find((one) => one.offerId === offerId && one.year === year)
      if (offer === undefined) throw new Error(`There is no offer ${offerId} to follow`)
      const { programme, university, speciality, form, kind, places } = offer
      const row = {
        ...{ offerId, year, programme, form, kind, places },
        universityShort: university.short,
        specialityCode: speciality.code,
      }
      tracked.set(chatId, [...of(chatId), { ...row, trackedAt: now }])
      return 'added'
    },
    remove: async (chatId, offerId, year) => {
      const removed = has(chatId, offerId, year)
      tracked.set(
        chatId,
        of(chatId).filter((offer) => offer.offerId !== offerId || offer.year !== year),
      )
      return removed
    },
  }
}

/** What Telegram holds is a matter of the sender, not of features. */
function fakePictures({ shownPictures }: FakeData): Repositories['pictures'] {
  return {
    ...untouched('pictures'),
    shown: async (chatId, subject) => shownPictures.get(`${chatId} ${subject}`) ?? null,
    show: async (chatId, subject, picture) => {
      shownPictures.set(`${chatId} ${subject}`, picture)
    },
  }
}

function fakeDialogues({ dialogues }: FakeData): Repositories['dialogues'] {
  const revisions = new Map<bigint, number>()
  return {
    find: async (chatId) => dialogues.get(chatId) ?? null,
    save: async (chatId, { name, state }) => {
      const revision = (revisions.get(chatId) ?? 0) + 1
      revisions.set(chatId, revision)
      const before = dialogues.get(chatId)
      const messageId = before?.name === name ? before.messageId : null
      // The real one stores JSON, so what is not JSON must not survive here either.
      const stored: unknown = JSON.parse(JSON.stringify(state))
      dialogues.set(chatId, { name, state: stored, revision, messageId })
      return revision
    },
    remove: async (chatId) => {
      dialogues.delete(chatId)
    },
    rememberMessage: async (chatId, revision, messageId) => {
      const dialogue = dialogues.get(chatId)
      if (dialogue?.revision === revision) dialogues.set(chatId, { ...dialogue, messageId })
    },
  }
}
