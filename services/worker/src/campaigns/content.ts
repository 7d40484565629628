import { z } from 'zod'
import { offerChange } from './offer-change.ts'
import { openDayEvent } from './open-day-event.ts'
import { reminderEvent, reminderReason } from './reminder-event.ts'

export type { OpenDayEvent } from './open-day-event.ts'
export type { Reminder, ReminderEvent } from './reminder-event.ts'

/** Telegram's own shape. What it adds some day is kept: an entity must come out as it went in. */
const entity = z.looseObject({ type: z.string(), offset: z.int().min(0), length: z.int().min(0) })
const entities = z.array(entity).default([])
/** Rows of buttons that open a page. */
const buttons = z.array(z.array(z.object({ text: z.string().min(1), url: z.string().min(1) }))).default([])

const text = z.object({ kind: z.literal('text'), text: z.string().min(1), entities, buttons })
const photo = z.object({
  kind: z.literal('photo'),
  /** Of this bot: another one cannot send it. */
  fileId: z.string().min(1),
  caption: z.string().default(''),
  entities,
  buttons,
})
/** Any message of the admin, copied as it is. */
const copy = z.object({ kind: z.literal('copy'), chatId: z.int(), messageId: z.int(), buttons })
/** Edited open days; each recipient is told of those its delivery names. */
const openDays = z.object({ kind: z.literal('open-days'), events: z.array(openDayEvent).min(1) })

/** The open days that one day's reminders are about; each recipient hears of those its delivery names. */
const reminders = z.object({
  kind: z.literal('reminders'),
  /** The day they are sent on, which "tomorrow" is reckoned from. */
  day: z.iso.date(),
  events: z.array(reminderEvent).min(1),
})

/** What has changed in followed offers; each recipient's own changes stand in its delivery. */
const digest = z.object({ kind: z.literal('digest'), day: z.iso.date() })

/** What an admin writes: the same message for everybody. */
export const messageContent = z.discriminatedUnion('kind', [text, photo, copy])
export type MessageContent = z.infer<typeof messageContent>
export type OpenDaysContent = z.infer<typeof openDays>
export type RemindersContent = z.infer<typeof reminders>
export type DigestContent = z.infer<typeof digest>

/** `campaigns.content` */
export const campaignContent = z.discriminatedUnion('kind', [text, photo, copy, openDays, reminders, digest])
export type CampaignContent = z.infer<typeof campaignContent>

/** `deliveries.content` of a campaign about edited open days: which edits this recipient is told of. */
export const editsDelivery = z.object({
  edits: z.array(z.object({ openDayId: z.int(), editedAt: z.iso.datetime() })).min(1),
})
/** `deliveries.content` of a day's reminders: which open days this recipient is reminded of, and why. */
const remindersDelivery = z.object({ reminders: z.array(reminderReason).min(1) })
/** `deliveries.content` of a digest: what has changed for this recipient. */
const digestDelivery = z.object({ changes: z.array(offerChange).min(1) })

export const deliveryContent = z.union([editsDelivery, remindersDelivery, digestDelivery])
export type DeliveryContent = z.infer<typeof deliveryContent>
