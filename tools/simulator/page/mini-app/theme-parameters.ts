/** The colours of this page by the names Mini Apps know, read from the style sheet. */
const NAMES: Readonly<Record<string, string>> = {
  bg_color: '--surface',
  secondary_bg_color: '--page',
  section_bg_color: '--surface',
  header_bg_color: '--surface',
  bottom_bar_bg_color: '--surface',
  text_color: '--ink',
  hint_color: '--ink-soft',
  subtitle_text_color: '--ink-soft',
  link_color: '--accent',
  button_color: '--fill',
  button_text_color: '--on-fill',
  accent_text_color: '--accent',
  section_header_text_color: '--accent',
  section_separator_color: '--line',
  destructive_text_color: '--danger',
}

/** Theme parameters as Mini Apps expect them: six-digit colours. */
export function themeParameters(): Record<string, string> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const entries = Object.entries(NAMES).map(([name, property]) => {
    probe.style.setProperty('color', `var(${property})`)
    return [name, hex(getComputedStyle(probe).color)] as const
  })
  probe.remove()
  return Object.fromEntries(entries)
}

function hex(color: string): string {
  const channels = color.match(/[\d.]+/gu) ?? []
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
    .join('')}`
}
