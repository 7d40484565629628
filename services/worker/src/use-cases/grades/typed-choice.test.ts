import { describe, expect, it } from 'vitest'
import type { Keyboard } from '../view.ts'
import type { GradeAnswer } from './grade-answer.ts'
import { typedChoice } from './typed-choice.ts'

const button = (text: string, answer: GradeAnswer) => ({
  text,
  press: { kind: 'answer', revision: 1, answer } as const,
})
const PHYSICS: GradeAnswer = { kind: 'elective', subject: 'phys' }
const LITERATURE: GradeAnswer = { kind: 'elective', subject: 'lit' }
const KEYBOARD: Keyboard = [
  [button('Фізика', PHYSICS), button('Укр.\u00A0література', LITERATURE)],
  [button('2024', { kind: 'year', nmtYear: 2024 }), button('2025', { kind: 'year', nmtYear: 2025 })],
  [{ text: 'Меню', press: { kind: 'menu' } }],
]

describe('typedChoice', () => {
  it.each<[string, GradeAnswer]>([
    ['Фізика', PHYSICS],
    ['фіз', PHYSICS],
    [' укр література!', LITERATURE],
    ['2025', { kind: 'year', nmtYear: 2025 }],
  ])('takes %j for the button', (text, answer) => {
    expect(typedChoice(KEYBOARD, text)).toEqual(answer)
  })

  it.each(['фі', '202', 'фізика 185', 'хімія', 'меню', '🤷'])('takes %j for none', (text) => {
    expect(typedChoice(KEYBOARD, text)).toBeNull()
  })
})
