/** What students type, by kind. */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'a programme': ['комп’ютерні науки', 'журналістика', 'менеджмент організацій'],
  'programme and university': ['інформатика львівський', 'право Ун17', 'філологія київський'],
  'a code': ['F3', 'D8', 'B11'],
  'an abbreviation': ['Ун42', 'кн', 'іпз'],
  'the beginning of a word': ['інформ', 'комп', 'журна'],
  'a typo': ['інформатка', 'журналистика', 'комютерні науки'],
  'in English': ['Computer Science', 'law', 'philology'],
  'in every offer': ['університет', 'університет імені', 'національний університет'],
  'found nowhere': ['квантова алхімія', 'привіт як справи', 'щезник'],
}
