import { byId, h } from './dom.ts'
import type { IconName } from './icons.ts'
import { icon } from './icons.ts'
import type { Language } from './load-texts.ts'
import { chooseLanguage, LANGUAGES } from './load-texts.ts'
import type { Page } from './page.ts'
import type { Theme } from './theme.ts'
import { chooseTheme, chosenTheme, THEMES } from './theme.ts'

const THEME_SIGNS: Record<Theme, IconName> = { auto: 'auto', light: 'sun', dark: 'moon' }

/** The switches of theme and language under the list of people. */
export function mountSettings({ texts }: Page): void {
  const theme = choice({
    label: texts.t('theme.label'),
    values: THEMES,
    chosen: chosenTheme(),
    content: (value) => icon(THEME_SIGNS[value]),
    name: (value) => texts.t(`theme.${value}`),
    choose: chooseTheme,
  })
  const language = choice({
    label: texts.t('language.label'),
    values: LANGUAGES,
    chosen: texts.language as Language,
    content: (value) => document.createTextNode(value),
    name: (value) => texts.t(`language.${value}`),
    choose: chooseLanguage,
  })
  byId('settings').append(theme, language)
}

interface ChoiceOptions<Value extends string> {
  label: string
  values: readonly Value[]
  chosen: Value
  content: (value: Value) => Node
  name: (value: Value) => string
  choose: (value: Value) => void
}

function choice<Value extends string>(options: ChoiceOptions<Value>): HTMLElement {
  const buttons = options.values.map((value) => {
    const button = h('button', {
      class: 'choice',
      testId: `${options.label}-${value}`,
      attributes: {
        type: 'button',
        'aria-label': options.name(value),
        title: options.name(value),
        'aria-pressed': String(value === options.chosen),
      },
    })
    button.append(options.content(value))
    button.addEventListener('click', () => {
      options.choose(value)
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
    })
    return button
  })
  return h(
    'div',
    { class: 'choices', attributes: { role: 'group', 'aria-label': options.label } },
    ...buttons,
  )
}
