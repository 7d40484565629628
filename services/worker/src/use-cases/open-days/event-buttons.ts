import { kyivTime, letterCount, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import { inRows } from '../keyboard-parts.ts'
import type { Keyboard } from '../view.ts'
import { openDayCardButton } from './open-day-card.ts'
import { hostName, inLanguage } from './open-day-names.ts'

/** What phones show of the label of a button with a neighbour, and of one without, in letters. */
const IN_PAIR = 15
const ALONE = 30

type Event = Pick<OpenDayEvent, 'openDayId' | 'startsAt' | 'university' | 'faculty'>

/** Under a message that names open days: a way to the card of each. Two a row; one where only hosts tell them apart. */
export function eventRows(tr: Translator, events: readonly Event[]): Keyboard {
  const labels = events.map((event) => eventLabel(tr, event, events.length > 1 ? IN_PAIR : ALONE))
  const areAlike = new Set(labels).size < labels.length
  const buttons = events.map((event, index) => {
    const label = labels[index] ?? ''
    return openDayCardButton(areAlike ? withHost(tr, event, label) : label, event.openDayId)
  })
  return inRows(buttons, areAlike ? 1 : 2)
}

/** «10:00»; null: nobody published it. */
export function startTime({ startsAt }: Pick<Event, 'startsAt'>): string | null {
  return startsAt === null ? null : kyivTime(new Date(startsAt)).time
}

/** «ЛНУ, 10:00»: the name is cut, not the time that tells two events of one university apart. */
function eventLabel(tr: Translator, event: Event, room: number): string {
  const time = startTime(event)
  const ending = time === null ? '' : `, ${time}`
  return plainName(inLanguage(tr, event.university.short), room - letterCount(ending)) + ending
}

/** «ЛНУ, 10:00, прикладна матем…» */
function withHost(tr: Translator, event: Event, label: string): string {
  const beginning = `${label}, `
  return beginning + plainName(hostName(tr, event), ALONE - letterCount(beginning))
}
