// What the search knows of the language: tables that nobody is shown.

/** Words that tell nothing apart, and «область», which every region has. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'та і й у в з із зі на до для за по від про або імені ім область обл ' +
    'of and the for in at on to by with named after oblast region'
  ).split(' '),
)

/** Letters of a Russian keyboard, as the Ukrainian one has them. */
export const OTHER_KEYBOARD: Readonly<Record<string, string>> = { ы: 'и', э: 'е', ё: 'е', ъ: '', ґ: 'г' }
/** What a place is called elsewhere, and in the names of offers. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['kiev', 'kyiv']])
/** Latin letters that look like Cyrillic ones. */
export const LOOKS_LATIN = 'aceiopxykmthb'
export const LOOKS_CYRILLIC = 'асеіорхукмтнв'
/** What people type for the letter of a speciality's code: by its look, or by its sound. */
export const CODE_LETTERS: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', б: 'b', с: 'c', ц: 'c', д: 'd', е: 'e', є: 'e', ф: 'f', г: 'g' },
  ...{ н: 'h', х: 'h', і: 'i', и: 'i', ї: 'i', й: 'j', к: 'k' },
}

/** One ASCII letter or digit for each letter, so that a word keeps its length and the places of its letters. */
export const CYRILLIC = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'
export const LATIN = 'abvggdeejziiiyklmnoprstufxc4wwqhh'

/** Endings of Ukrainian nouns and adjectives, the longest first. */
export const ENDINGS = (
  'ього ьому ими іми ого ому ами ями ові еві ої ою ею єю ий ій ім им их іх ів їв ей ам ям ах ях ом ем єм ' +
  'а я о е є і ї и у ю ь й'
).split(' ')

/** The letter that a keyboard of another language has in place of this one. */
export const OFTEN_MISTAKEN = { typed: 'и', meant: 'і' }
