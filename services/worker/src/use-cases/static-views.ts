import type { Translator } from '@abitly/text'
import { linkHelpButton, menuButton } from './buttons.ts'
import type { View } from './view.ts'

/** A command and what it does. */
export interface CommandMeaning {
  command: string
  description: string
}

/** What the bot does and which commands it knows; those of admins in a block of their own, for admins only. */
export function helpView(
  tr: Translator,
  commands: readonly CommandMeaning[],
  forAdmins: readonly CommandMeaning[] = [],
): View {
  const lines = (meanings: readonly CommandMeaning[]): string =>
    meanings.map(({ command, description }) => tr.text('help-command', { command, description })).join('\n')
  const adminBlock = forAdmins.length === 0 ? [] : [`${tr.text('help-admin')}\n${lines(forAdmins)}`]
  return {
    text: [tr.text('help-intro'), lines(commands), ...adminBlock, tr.text('help-caution')].join('\n\n'),
    keyboard: [[linkHelpButton(tr)], [menuButton(tr)]],
  }
}

/** Where the link of an offer is found, step by step. */
export function linkHelpView(tr: Translator): View {
  return { text: tr.text('link-help'), keyboard: [[menuButton(tr)]] }
}

/** What to do, for a text that is neither link nor name. */
export function hintView(tr: Translator): View {
  return { text: tr.text('send-a-link'), keyboard: [[linkHelpButton(tr)], [menuButton(tr)]] }
}

/** A command nobody knows. */
export function unknownCommandView(tr: Translator): View {
  return { text: tr.text('unknown-command'), keyboard: [[menuButton(tr)]] }
}

/** In a group: the way to the private chat. */
export function groupView(tr: Translator, botUsername: string): View {
  const url = `https://t.me/${botUsername}`
  return { text: tr.text('group-pointer'), keyboard: [[{ text: tr.text('button-open-chat'), url }]] }
}

/** For a chat that wrote more than we keep, in both languages. */
export function tooFastView(uk: Translator, en: Translator): View {
  return { text: [uk.text('too-fast'), en.text('too-fast')].join('\n\n') }
}

/** An update we could not handle. `code` names it to the operators. */
export function apologyView(tr: Translator, code: string): View {
  return { text: tr.text('apology', { code }), keyboard: [[menuButton(tr)]] }
}
