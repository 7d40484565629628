import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfferDetails, OpenDay } from '@abitly/database'
import { checkLimits } from './testing/check-limits.ts'
import { fakeRepositories } from './testing/fake-repositories.ts'
import { applications, INFORMATICS, PRIMARY_EDUCATION } from './testing/sample-offers.ts'
import { sampleOpenDay } from './testing/sample-open-days.ts'
import { testChat } from './testing/test-chat.ts'

/** Pieces of names that break what is careless. */
const NASTY = fc.constantFrom(
  'Інтелектуальні сервіс-орієнтовані розподілені обчислювання; Системи і методи штучного інтелекту',
  'Одеський національний технологічний університет «Київський політехнічний інститут імені Ігоря Сікорського»',
  '<b>&',
  '</b></i></blockquote>',
  '&amp;',
  '"\'`',
  '👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈',
  'אוניברסיטה',
  'جامعة',
  '\n\t',
  'a'.repeat(120),
  ' 2 роки — ',
  '',
)
const name = fc.array(NASTY, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' ') || 'x')
const names = fc.record({ uk: name, en: fc.option(name) })
const grade = fc.oneof(fc.constant(0), fc.integer({ min: 100, max: 200 }))

const offer: fc.Arbitrary<OfferDetails> = fc
  .record({
    base: fc.constantFrom(INFORMATICS, PRIMARY_EDUCATION),
    programme: names,
    university: names,
    short: names,
    speciality: names,
    kind: fc.constantFrom('open' as const, 'fixed' as const, 'nonbudget' as const),
    maxBudget: fc.option(fc.integer({ min: 0, max: 99_999 })),
    price: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
    history: fc.boolean(),
    generated: fc.record({ places: fc.boolean(), applicants: fc.boolean(), history: fc.boolean() }),
  })
  .map(({ base, programme, university, short, speciality, kind, maxBudget, price, history, generated }) => ({
    ...base,
    programme,
    university: { ...base.university, name: university, short },
    speciality: { ...base.speciality, name: speciality },
    kind,
    places: { ...base.places, maxBudget, fixedBudget: maxBudget },
    price,
    lastYear: history ? base.lastYear : null,
    generated,
  }))

const scene = fc.record({
  offers: fc.array(offer, { minLength: 6, maxLength: 6 }),
  languageCode: fc.constantFrom('uk', 'en'),
  above: fc.integer({ min: 0, max: 200 }),
  grades: fc.option(
    fc.record({ ukr: grade, math: grade, hist: grade, phys: grade, foreign: grade }, { requiredKeys: [] }),
  ),
})

const long = fc.option(fc.oneof(name, fc.constant('довгий текст '.repeat(300))))
const openDay: fc.Arbitrary<OpenDay> = fc
  .record({
    title: names,
    university: fc.record({ name: names, short: names }),
    faculty: fc.option(names),
    date: fc.constantFrom('2025-08-09', '2026-12-13'),
    format: fc.constantFrom('offline' as const, 'online' as const, 'mixed' as const),
    address: long,
    programme: long,
    audience: long,
    contacts: long,
    generated: fc.boolean(),
    streamUrl: fc.constantFrom(null, 'https://example.org/live', 'nowhere'),
    startsAt: fc.constantFrom(null, new Date('2025-08-09T07:00:00Z')),
  })
  .map((change) => sampleOpenDay(1, change))
const openDayScene = fc.record({
  openDays: fc.array(openDay, { minLength: 7, maxLength: 7 }),
  languageCode: fc.constantFrom('uk', 'en'),
  shorts: fc.array(names, { minLength: 18, maxLength: 18 }),
})

describe('whatever the names and numbers', () => {
  it('every view stays within Telegram’s limits and is well-formed', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ offers: drawn, languageCode, above, grades }) => {
        const offers = drawn.map((one, index) => ({ ...one, offerId: 999_999_990 + index }))
        const { data, repos } = fakeRepositories(offers)
        for (const { offerId } of offers) data.applicants.set(offerId, applications([above, 180_000, 2]))
        const chat = testChat({ repos, languageCode })
        if (grades !== null) data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades }])
        const link = ({ offerId }: OfferDetails): string => `vstup.edbo.gov.ua/offer/${offerId}`
        const follow = languageCode === 'en' ? 'Follow' : 'Стежити'
        const chart = languageCode === 'en' ? 'Chart' : 'Графік'
        await chat.say('/start')
        await chat.say(offers.slice(0, 5).map(link).join(' '))
        await chat.press('5')
        for (const one of offers) {
          await chat.say(link(one))
          await chat.press(chart)
          await chat.press(follow)
        }
        await chat.pressData('1:cc', 105)
        await chat.press(languageCode === 'en' ? 'Keep as is' : 'Залишити як є')
        for (const command of ['/myoffers', '/statistics', '/start']) await chat.say(command)
        // The list, the comparison, what to give up, the statistics of an offer; then the list of another day.
        const views = ['mo:0', 'mc:0', 'ml:0', 'st', 'sc:0', `so:${offers[0]!.offerId.toString(36)}25`]
        for (const view of views) await chat.pressData(`1:${view}`, 105)
        chat.clock.value = new Date(chat.clock.value.getTime() + 2 * 24 * 60 * 60 * 1000)
        for (const one of offers) data.applicants.set(one.offerId, applications([above + 50, 181_000, 9]))
        await chat.say('/myoffers')
        // The code of every offer; then a text as nasty as the names.
        await chat.say('3')
        await chat.say('<b>&')
        await chat.say('/start')
        await chat.press(languageCode === 'en' ? 'Help' : 'Допомога')
        await chat.say(link(offers[0]!))
        await chat.pressData('1:ga:gjdgxi25', 105)
        await chat.press('2025')
        await chat.press(languageCode === 'en' ? 'Physics' : 'Фізика')
        await chat.say('180 190 170 oops')
        await chat.say('185')
        await chat.press(languageCode === 'en' ? 'Edit grades' : 'Виправити')
        await chat.say('/language')
        chat.replies.forEach(checkLimits)
        for (const toast of chat.toasts) expect((toast ?? '').length).toBeLessThanOrEqual(40)
      }),
      { numRuns: 30 },
    )
  })

  it('so does every view of open days', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(openDayScene, async ({ openDays, languageCode, shorts }) => {
        const { data, repos } = fakeRepositories()
        data.openDays = openDays.map((one, index) => ({ ...one, openDayId: 2_147_483_600 + index }))
        data.regions = shorts.map((short, id) => ({ id, nameUk: short.uk, nameEn: short.en ?? short.uk }))
        data.universities = shorts.map(({ uk, en }, index) => {
          return { ...{ id: 282 + index, regionId: 1 }, nameUk: uk, nameEn: en, shortUk: uk, shortEn: en }
        })
        const chat = testChat({ repos, languageCode })
        chat.clock.value = new Date('2025-07-25T09:00:00Z')
        const en = languageCode === 'en'
        await chat.say('/start university_282')
        await chat.press(en ? 'Notify me of new ones' : 'Сповіщати про нові')
        await chat.say('/opendays')
        await chat.press('›')
        for (const number of ['6', '7']) {
          await chat.say('/opendays')
          await chat.press('›')
          await chat.press(number)
          await chat.press(en ? 'I’ll go' : 'Піду')
          await chat.press(en ? 'Add to calendar' : 'У календар')
        }
        await chat.say('/myopendays')
        await chat.say('/start')
        await chat.say('/opendayfilters')
        await chat.press(en ? 'Regions' : 'Регіони')
        await chat.pressData(chat.find(en ? '‹ To the filters' : '‹ До фільтрів').data, 0)
        await chat.say('/opendayfilters')
        await chat.press(en ? 'Universities · 1' : 'Університети · 1')
        await chat.say('<b>&'.repeat(30))
        await chat.say('/opendays')
        await chat.say('/notifications')
        await chat.press(en ? 'Quiet hours' : 'Тихі години')
        chat.replies.forEach(checkLimits)
        for (const toast of chat.toasts) expect((toast ?? '').length).toBeLessThanOrEqual(40)
      }),
      { numRuns: 30 },
    )
  })
})
