# A student's grades and offers in figures.

statistics = 📊 <b>Моя статистика</b>
statistics-grades = НМТ { $nmtYear }: середній бал <b>{ $average }</b>; найсильніше — { $subjects }
statistics-grades-none = НМТ { $nmtYear }: жодного предмета не складено
statistics-not-passed = Не складено й не враховано: { $subjects }
statistics-no-grades = Додай бали НМТ — і тут з’являться середній бал і те, як твій бал виглядає поруч з іншими.
statistics-none-followed = Стеж за пропозиціями — і тут з’явиться, скільки заяв нижчі за твій бал.
statistics-higher = <b>Твій бал вищий, ніж у</b>
statistics-share = { $percent } % заяв — { $university }, { $programme }
statistics-share-first = { statistics-share } (П1–2)
statistics-chances = <b>Шанси на бюджет:</b>
statistics-tier = { $name } — { $count }
statistics-not-admitted = не допускають
statistics-no-chance = без оцінки
statistics-caution = Місця й умови кожного шансу — у «Моїх пропозиціях».
statistics-partly = Враховано { $shown } із { $followed } { $followedForm ->
    [one] пропозиції
   *[other] пропозицій
}.
statistics-choose = <b>Статистика якої пропозиції?</b>

offer-statistics =
    📊 <b>{ $programme }</b> — { $university }
    { $code } · { $year }
statistics-applications = <b>Заяви</b>
statistics-applied = подано { $count }
statistics-admitted = допущено { $count }
statistics-budget = на бюджет { $count }
statistics-recommended = рекомендовано { $count }
statistics-enrolled-budget = зараховано на бюджет { $count }
statistics-enrolled-contract = зараховано на контракт { $count }
statistics-priorities = Пріоритети ({ $of }): { $priorities }
statistics-priority-later = 6 і далі
statistics-priority-unknown = невідомо
statistics-scores = { $funding ->
    [budget] <b>Бали на бюджет</b> · { $count }, без квот
   *[contract] <b>Бали на контракт</b> · { $count }
}
statistics-scores-all = <b>Бали допущених</b>
statistics-spread =
    від { $min } до { $max }
    середній — { $average }
statistics-half = Половина заяв: { $range }
statistics-mine = Твій <b>{ $score }</b> вищий, ніж у <b>{ $percent } %</b> заяв
statistics-mine-first = Твій <b>{ $score }</b> (П1–2) вищий, ніж у <b>{ $percent } %</b> заяв
statistics-years = <b>Минулі роки</b>
statistics-year = { $year }: { $scores }
statistics-year-modelled = { $year }: { $scores } <i>(змодельовано)</i>
statistics-year-budget = бюджет від { $score }
statistics-year-contract = контракт від { $score }

button-statistics = Статистика
button-by-offer = За пропозицією…
button-back-to-statistics = ‹ Моя статистика
