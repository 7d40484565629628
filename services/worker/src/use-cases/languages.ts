import type { Language } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { menuButton } from './buttons.ts'
import type { Button, View } from './view.ts'
import type { Visit } from './visit.ts'

/** Both languages, the chosen one marked; each name in its own language. */
export function languagesView(tr: Translator): View {
  const button = (language: Language): Button => {
    const name = tr.text('language-name', { language })
    const text = language === tr.language ? tr.text('chosen', { name }) : name
    return { text, press: { kind: 'language', language } }
  }
  return {
    text: tr.text('language-question'),
    keyboard: [[button('uk'), button('en')], [menuButton(tr)]],
  }
}

/** Speaks the language of `tr` from now on. */
export async function chooseLanguage({ repos, student }: Visit, tr: Translator): Promise<View> {
  await repos.students.setLanguage(student.chatId, tr.language)
  return languagesView(tr)
}
