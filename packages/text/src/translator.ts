import type { Language } from './language.ts'

/** What a text is filled with: ready strings, formatted by this folder and safe inside HTML. */
export type TextArguments = Readonly<Record<string, string>>

/** All texts of one language. */
export interface Translator {
  readonly language: Language
  /**
   * The text under `key`, filled in and with its words tied (see `tieWords`).
   * @throws Error when the key or one of its arguments is missing: a mistake of ours
   */
  text(key: string, args?: TextArguments): string
}
