import type { SimMessage, SimUser } from '../page-api.ts'
import { clockTime } from '../model/kyiv-time.ts'
import { fullName } from '../model/person.ts'
import type { Texts } from '../model/texts.ts'
import { avatar } from './avatar.ts'
import { h, hiddenText } from './dom.ts'
import { icon } from './icons.ts'

/** What a row of the list shows. */
export interface PersonView {
  user: SimUser
  last: SimMessage | undefined
  unread: number
}

/** The inside of a person's row: picture, name, last words, what was not read yet. */
export function personContent({ user, last, unread }: PersonView, texts: Texts): HTMLElement[] {
  const name = fullName(user)
  const first = h(
    'span',
    { class: 'person-line' },
    h('bdi', { class: 'person-name' }, name),
    user.isAdmin ? h('span', { class: 'tag' }, texts.t('people.admin')) : undefined,
    last === undefined ? undefined : h('time', { class: 'person-time' }, clockTime(last.date)),
  )
  const second = h('span', { class: 'person-line' }, lastWords(user, last, texts), unreadBadge(unread, texts))
  return [avatar(name, user.id), h('span', { class: 'person-words' }, first, second)]
}

/** The inside of a group's row. */
export function groupContent(title: string, unread: number, texts: Texts): (Node | string)[] {
  const badge = unreadBadge(unread, texts)
  return [icon('group'), h('bdi', { class: 'person-name' }, title), ...(badge === undefined ? [] : [badge])]
}

function lastWords(user: SimUser, last: SimMessage | undefined, texts: Texts): HTMLElement {
  if (user.blocked || user.deactivated === true) {
    const why = user.deactivated === true ? texts.t('people.deactivated') : texts.t('people.blocked')
    return h('span', { class: 'person-last blocked' }, icon('block'), why)
  }
  const nameless = user.started ? String(user.id) : texts.t('people.new')
  const idle = user.username === undefined ? nameless : `@${user.username}`
  return h('bdi', { class: 'person-last' }, last === undefined ? idle : snippet(last, texts))
}

function snippet(message: SimMessage, { t }: Texts): string {
  const words = message.text ?? message.caption ?? message.sticker ?? message.document?.fileName ?? ''
  const what = message.photo === undefined ? words : `${t('photo.label')} ${words}`
  const line = what.trim().slice(0, 120).replaceAll(/\s+/gu, ' ')
  return message.from === 0 ? line : `${t('bubble.me')}: ${line}`
}

function unreadBadge(unread: number, { t }: Texts): HTMLElement | undefined {
  if (unread === 0) return undefined
  const words = hiddenText(` ${t('people.unread', { count: unread })}`)
  return h(
    'span',
    { class: 'badge' },
    h('span', { attributes: { 'aria-hidden': 'true' } }, String(unread)),
    words,
  )
}
