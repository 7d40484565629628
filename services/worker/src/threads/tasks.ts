import { shortlistOffers } from '@abitly/domain'
import { renderPicture } from '../pictures/render-picture.ts'

/**
 * Work that takes so long that other chats would notice: it runs in threads. A task is a plain function; what it
 * takes and gives is copied between threads, so it is plain data. To add one, add a line here.
 */
export const TASKS = { 'picture.render': renderPicture, 'plan.shortlist': shortlistOffers }

type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0]
export type TaskOutput<K extends TaskName> = Awaited<ReturnType<Tasks[K]>>
