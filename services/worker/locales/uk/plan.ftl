# Where to apply, and in which order.

plan = 🧭 <b>План вступу</b> · { $funding ->
    [contract] контракт
   *[budget] бюджет
}
plan-no-grades =
    🧭 <b>План вступу</b>
    Додай бали НМТ — і порахую, куди подавати заяви та в якому порядку.
plan-gone = Сьогодні плану ще немає. Обери побажання — і складу його.
plan-band = <b>{ $band ->
    [ambitious] Амбітно
    [realistic] Реалістично
   *[safe] Надійніше
}</b>
plan-entry = { $number }. { $university }, { $programme }
plan-entry-gone = { $number }. Цієї пропозиції в базі вже немає.
plan-margin = запас { $margin }
plan-lacking = бракує { $points }
plan-no-history = межа минулих років невідома
plan-why = Чому такий порядок: бажане — вище. Це не шкодить: якщо на перший пріоритет бала не вистачить, наступну заяву розглянуть так, ніби вона була першою. Виняток — галузевий коефіцієнт (ГК) 1,02: він діє лише на пріоритетах 1 і 2. Із { $total } { $totalForm ->
    [one] пропозиції
   *[other] пропозицій
} за балом допускають { $eligible }.
plan-hint = Це підказка, а не гарантія. Дані на { $moment }.
plan-caution = <i>{ plan-hint }</i>
plan-caution-left = <i>{ plan-hint } Планів на сьогодні лишилося: { $left } з { $limit }.</i>
plan-used-up = { $limit } { $limitForm ->
    [one] план
    [few] плани
   *[many] планів
} на сьогодні вже є, новий — після 00:00.
plan-none = За цими побажаннями пропозицій немає.
plan-none-without = { $field ->
    [region] Без регіонів
   *[speciality] Без спеціальностей
} було б { $total }.
plan-none-admits = За побажаннями є { $total } { $totalForm ->
    [one] пропозиція
    [few] пропозиції
   *[many] пропозицій
}, але з твоїми балами туди не допускають. Спробуй інші спеціальності або контракт.
plan-none-within-reach = За побажаннями є { $total } { $totalForm ->
    [one] пропозиція
    [few] пропозиції
   *[many] пропозицій
}, але шансу поки не порахувати: місць ще не оголошено. Додай спеціальності чи регіони.

wishes-any = { $field ->
    [region] уся Україна
   *[speciality] усі спеціальності
}
wishes-purpose = Обери, куди хочеш, — до { $most } спеціальностей, найбажаніша перша. План рахую за твоїми балами.
wishes-choose = <b>План: { $field ->
    [region] регіони
   *[speciality] спеціальності, до { $most }
}</b>

button-plan = План вступу
button-make-plan = Скласти план
button-wish-funding = { $funding ->
    [contract] Показати контракт
   *[budget] Показати бюджет
}
button-to-wishes = ‹ До побажань
button-other-wishes = Інші побажання
button-follow-all = Стежити за всіма
button-back-to-plan = ‹ План вступу

toast-wishes-full = Уже { $most } спеціальностей
toast-plan-followed = Стежимо: { $followed } з { $of }
command-plan = план вступу
