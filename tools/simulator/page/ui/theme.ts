import { recall, remember } from './preferences.ts'

export const THEMES = ['auto', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

/** The chosen theme; `auto` follows the system. */
export function chosenTheme(): Theme {
  const stored = recall('theme')
  return THEMES.find((theme) => theme === stored) ?? 'auto'
}

/** Paints the page in the chosen theme. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}

/** Chooses a theme for this visit and the next ones. */
export function chooseTheme(theme: Theme): void {
  remember('theme', theme)
  applyTheme(theme)
}
