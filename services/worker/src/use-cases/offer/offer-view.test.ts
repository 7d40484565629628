import { describe, expect, it } from 'vitest'
import { plainText, sceneText } from '../../bot/testing/offer-scene.ts'

describe('the view of an offer', () => {
  it('shows score, rank, chance and how they came about, to the character', () => {
    expect(sceneText({})).toBe(
      [
        '<b>Інформатика</b>',
        'F3 Комп’ютерні науки · 2025',
        'Львівський національний університет імені Івана Франка',
        '',
        '<b>Твій бал: 183,571</b> · НМТ 2025',
        'Місце в рейтингу: <b>63\u2060–\u206066</b> з 341',
        'Шанс на бюджет: 🟢\u00A0<b>високий</b>',
        '',
        'Бюджет: до 85\u00A0місць\u00A0— <i>верхня межа, реально буває менше</i>',
        'Заяв: 477, на бюджет\u00A0— 341',
        'Торік на бюджет\u00A0— від 171,204',
        'Твій запас: <b>+12,367</b>',
        '<blockquote expandable>Як пораховано: (180×0,3 + 190×0,5 + 170×0,2 + 185×0,4) ÷ 1,4 × РК 1,00 = 183,571. ' +
          'РК\u00A0— регіональний коефіцієнт; галузевий (ГК) для F3 не діє.',
        'Чому «високий»: якщо відкриють усі 85\u00A0місць, поза квотами їх 68, і ти в цих межах, навіть якщо ' +
          'ніхто вищий за тебе не піде на інший пріоритет. Контракт: 125\u00A0місць.</blockquote>',
        '<i>Дані на 24\u00A0липня, 09:40. Списки ще зростають\u00A0— місце зміниться.</i>',
      ].join('\n'),
    )
  })

  it('says the same in English', () => {
    expect(plainText({ language: 'en' })).toBe(
      [
        '<b>Informatics</b>',
        'F3 Computer science · 2025',
        'Львівський національний університет імені Івана Франка',
        '',
        '<b>Your score: 183.571</b> · NMT 2025',
        'Rank: <b>63–66</b> of 341',
        'State-funded: 🟢 <b>high</b> chance',
        '',
        'Up to 85 state-funded places — <i>a ceiling, often fewer</i>',
        '477 applications, 341 for state-funded places',
        'Last year’s cut-off, state-funded: 171.204',
        'Your margin: <b>+12.367</b>',
        '<blockquote expandable>How it is computed: (180×0.3 + 190×0.5 + 170×0.2 + 185×0.4) ÷ 1.4 × РК 1.00 = 183.571. ' +
          'РК is the regional multiplier; the branch one (ГК) does not apply to F3.',
        'Why “high”: if all 85 places open, 68 of them are outside quotas, and you are within these even if ' +
          'nobody above you leaves for another priority. 125 tuition-paid places.</blockquote>',
        '<i>Data as of 24 July, 09:40. Lists are still growing: your rank will change.</i>',
      ].join('\n'),
    )
  })

  it('keeps what is visible at once under 600 characters', () => {
    for (const language of ['uk', 'en'] as const) {
      const visible = plainText({ language })
        .replace(/<blockquote[^]*<\/blockquote>/, '')
        .replace(/<[^>]+>/g, '')
      expect(visible.length).toBeLessThanOrEqual(600)
    }
  })
})
