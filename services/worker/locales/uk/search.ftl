# Offers found by words.

found =
    🔍 <b>{ $text }</b>
    { $offers } { $offersForm ->
        [one] пропозиція
        [few] пропозиції
       *[many] пропозицій
    } { $year } року
found-many =
    🔍 <b>{ $text }</b>
    Понад { $offers } { $offersForm ->
        [one] пропозицію
        [few] пропозиції
       *[many] пропозицій
    } { $year } року
found-row =
    <b>{ $number }. { $programme }</b>
    { $where }
found-form = { $form ->
    [part-time] заочна
    [evening] вечірня
   *[distance] дистанційна
}
found-refine = <i>Щоб звузити пошук, додай назву університету, міста чи код спеціальності.</i>
found-nothing =
    🔍 <b>За цими словами нічого немає</b>
    Спробуй коротше — наприклад, «ЛНУ інформатика», «КПІ» чи «F3» — або надішли посилання на пропозицію.
found-forgotten =
    🔍 <b>Цього пошуку вже не пам’ятаю</b>
    Напиши назву програми чи університету ще раз.

button-open-found = Відкрити
button-back-to-found = ‹ Результати
