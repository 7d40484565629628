import type { Keyboard } from '../view.ts'

/** Where rows of the statistics' keyboards join in: «Показати графіком» belongs above all others. */
export function extraStatisticsRows(): Keyboard {
  return []
}
