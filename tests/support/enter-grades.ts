import type { Person } from './person.ts'

/** Presses «Додати бали НМТ» and answers: 183,571 for informatics. */
export async function enterGrades(student: Person): Promise<void> {
  await student.press('Додати бали НМТ')
  await student.press('2025')
  await student.press('Фізика')
  await student.sees('Надішли бал від 100 до 200')
  await student.write('180 190 170 185')
}
