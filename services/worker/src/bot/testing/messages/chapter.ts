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
import { readable, shownBy } from './shown.ts'
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
  /** One of two names. */
  in(uk: string, en: string): string
  /** The label of a button, as `press` finds it. */
  label(key: string, args?: TextArguments): string
  /** A student before a bot that knows these offers, on a day of the campaign of 2025. */
  open(offers?: OfferDetails[], options?: Partial<TestChatOptions>): Scene
  /** Another chat on the database of a scene. */
  beside(scene: Scene, options: Partial<TestChatOptions>): Scene
  /** Notes a view that no scene leads to. */
  note(title: string, view: (tr: Translator) => View): void
  /** Notes replies as they are. */
  noteReplies(title: string, make: () => readonly CallReply[]): void
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

/** Plays a chapter in one language; `seen` gets each text that is noted, and none of what only happens. */
export async function playChapter(chapter: Chapter, language: Language, seen: SeenTexts): Promise<Entry[]> {
  const entries: Entry[] = []
  const noted = { now: false }
  const stage: Stage = { language, noted, texts: watchTexts(i18n, seen, () => noted.now) }
  const enter = (
    title: string,
    replies: readonly CallReply[],
    toasts: readonly (string | undefined)[],
  ): void => {
    replies.forEach(checkLimits)
    const shown = shownBy(replies, toasts)
    if (shown.length === 0) throw new Error(`Nothing is shown for "${title}"`)
    entries.push({ title, shown })
  }
  const sceneOf = (fake: Fake, options: Partial<TestChatOptions>): Scene =>
    openScene(stage, enter, fake, options)
  const noteReplies: Book['noteReplies'] = (title, make) => {
    noted.now = true
    enter(title, make(), [])
    noted.now = false
  }
  await chapter.play({
    language,
    noteReplies,
    in: (uk, en) => (language === 'uk' ? uk : en),
    label: (key, args) => labelOf(language, key, args),
    open: (offers = [], options = {}) => sceneOf(fakeRepositories([...offers]), options),
    beside: ({ data, repos }, options) => sceneOf({ data, repos }, options),
    note: (title, view) => noteReplies(title, () => [sendView(0, view(stage.texts[language]))]),
  })
  return entries
}

type Fake = ReturnType<typeof fakeRepositories>

/** What the scenes of a chapter share. */
interface Stage {
  language: Language
  texts: I18n
  /** Whether what happens now is noted. */
  noted: { now: boolean }
}

type Enter = (title: string, replies: readonly CallReply[], toasts: readonly (string | undefined)[]) => void

function openScene(
  { language, texts, noted }: Stage,
  enter: Enter,
  fake: Fake,
  options: Partial<TestChatOptions>,
): Scene {
  const chat = testChat({ repos: fake.repos, languageCode: language, texts, ...options })
  const showAfter = async (title: string, act: () => Promise<unknown>): Promise<void> => {
    const [replies, toasts] = [chat.replies.length, chat.toasts.length]
    noted.now = true
    await act()
    noted.now = false
    enter(title, chat.replies.slice(replies), chat.toasts.slice(toasts))
  }
  const tap = (name: string, args?: TextArguments): Promise<CallReply[]> =>
    chat.press(KEY.test(name) ? labelOf(language, name, args) : name)
  return {
    ...chat,
    ...fake,
    tap,
    showAfter,
    showSaid: (title, text) => showAfter(title, () => chat.say(text)),
    showPressed: (title, name, args) => showAfter(title, () => tap(name, args)),
  }
}

function labelOf(language: Language, key: string, args?: TextArguments): string {
  return readable(i18n[language].text(key, args))
}
