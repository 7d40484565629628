import type { OfferDetails } from '@abitly/database'
import type { I18n, Language, TextArguments, Translator } from '@abitly/text'
import type { View } from '../../../use-cases/view.ts'
import type { CallReply } from '../../reply.ts'
import { sendView } from '../../view-reply.ts'
import { checkLimits } from '../check-limits.ts'
import { fakeRepositories } from '../fake-repositories.ts'
import type { FakeData } from '../fake-repositories.ts'
import { i18n, testChat } from '../test-chat.ts'
import type { TestChat, TestChatOptions } from '../test-chat.ts'
import { readable, shownBy, toastOf } from './shown.ts'
import type { Entry } from './shown.ts'
import { watchTexts } from './watch-texts.ts'
import type { SeenTexts } from './watch-texts.ts'

/** The messages of one feature: a file each. */
export interface Chapter {
  heading: string
  /** Plays small scenes in one language and has noted what is worth showing. */
  play: (book: Book) => Promise<void>
}

/** Where a chapter is noted, in one language. */
export interface Book {
  language: Language
  /** For views that are called directly. */
  tr: Translator
  /** All of the texts, for what needs both languages. */
  texts: I18n
  entries: Entry[]
  /** One of two names. */
  in(uk: string, en: string): string
  /** The label of a button, as `press` finds it. */
  label(key: string, args?: TextArguments): string
  /** A student before a bot that knows these offers, on a day of the campaign of 2025. */
  open(offers?: OfferDetails[], options?: Partial<TestChatOptions>): Scene
  /** Another chat on the database of a scene. */
  beside(scene: Scene, options: Partial<TestChatOptions>): Scene
  /** Notes a view that no scene leads to. */
  note(title: string, view: View): void
  /** Notes replies as they are. */
  noteReplies(title: string, replies: readonly CallReply[]): void
}

/** A chat whose answers can be noted. What begins with `show` notes, all else only happens. */
export interface Scene extends TestChat {
  data: FakeData
  repos: ReturnType<typeof fakeRepositories>['repos']
  /** Says something and notes the answer. */
  showSaid(title: string, text: string): Promise<void>
  /** Presses a button, by its label or the key of it, and notes the answer. */
  showPressed(title: string, label: string, args?: TextArguments): Promise<void>
  /** Notes the answers to whatever happens. */
  showAfter(title: string, act: () => Promise<unknown>): Promise<void>
  /** Presses a button by its label or the key of it. */
  tap(label: string, args?: TextArguments): Promise<CallReply[]>
}

const KEY = /^[a-z]+(?:-[a-z]+)+$/

/** Plays a chapter in one language; `seen` gets each text that it asked for. */
export async function playChapter(chapter: Chapter, language: Language, seen: SeenTexts): Promise<Entry[]> {
  const book = openBook(language, watchTexts(i18n, seen))
  await chapter.play(book)
  return book.entries
}

function openBook(language: Language, texts: I18n): Book {
  const entries: Entry[] = []
  const noteReplies = (
    title: string,
    replies: readonly CallReply[],
    toasts: readonly string[] = [],
  ): void => {
    replies.forEach(checkLimits)
    const answered = replies[0]?.payload['chat_id']
    const messages = replies.flatMap((reply) => {
      const shown = shownBy(reply)
      return shown === null ? [] : [{ ...shown, elsewhere: reply.payload['chat_id'] !== answered }]
    })
    const shown = [...toasts.map(toastOf), ...messages]
    if (shown.length === 0) throw new Error(`Nothing is shown for "${title}"`)
    entries.push({ title, shown })
  }
  const label = (key: string, args?: TextArguments): string => readable(i18n[language].text(key, args))
  const sceneOf = (fake: ReturnType<typeof fakeRepositories>, options: Partial<TestChatOptions>): Scene => {
    const chat = testChat({ repos: fake.repos, languageCode: language, texts, ...options })
    const showAfter = async (title: string, act: () => Promise<unknown>): Promise<void> => {
      const [replies, toasts] = [chat.replies.length, chat.toasts.length]
      await act()
      noteReplies(
        title,
        chat.replies.slice(replies),
        chat.toasts.slice(toasts).filter((one) => one !== undefined),
      )
    }
    const tap = (name: string, args?: TextArguments) => chat.press(KEY.test(name) ? label(name, args) : name)
    return {
      ...chat,
      ...fake,
      tap,
      showAfter,
      showSaid: (title, text) => showAfter(title, () => chat.say(text)),
      showPressed: (title, name, args) => showAfter(title, () => tap(name, args)),
    }
  }
  return {
    ...{ language, tr: texts[language], texts, entries, label, noteReplies },
    in: (uk, en) => (language === 'uk' ? uk : en),
    open: (offers = [], options = {}) => sceneOf(fakeRepositories([...offers]), options),
    beside: ({ data, repos }, options) => sceneOf({ data, repos }, options),
    note: (title, view) => noteReplies(title, [sendView(0, view)]),
  }
}
