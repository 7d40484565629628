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
plan-entry-out = ⛔️ з нинішніми балами сюди не подати
plan-entry-gone = { $number }. Цієї пропозиції в базі вже немає.
plan-past = { $past ->
    [last] торішньої межі
   *[older] межі { $pastYear } року
}
plan-though = хоча { $margin }
plan-remade = Відтоді бали змінилися: можна скласти план заново.
plan-margin = на { $points } вище { plan-past }
plan-lacking = на { $points } нижче { plan-past }
plan-no-history = межа минулих років невідома
plan-why = Чому такий порядок: { $order ->
    [wishes] бажане — вище, а в межах одного бажання сміливіше — вище
   *[bold] сміливіше — вище, надійніше — нижче
}.
plan-why-harmless = Це не шкодить: якщо на перший пріоритет бала не вистачить, наступну заяву розглянуть так, ніби вона була першою.
plan-why-gk = Виняток — галузевий коефіцієнт (ГК) 1,02: він діє лише на пріоритетах 1 і 2.
plan-chosen = { $fit ->
    [all] Вибрано з { $total } { $totalForm ->
        [one] пропозиції
       *[other] пропозицій
    }
   *[some] Із { $total } { $totalForm ->
        [one] пропозиції
       *[other] пропозицій
    } підійшли { $eligible }: у решти бал нижчий за мінімум або немає коефіцієнтів
}.
plan-hint = Це підказка, а не гарантія. { $data }.
plan-caution = <i>{ plan-hint }</i>
plan-caution-left = <i>{ plan-hint } Планів на сьогодні лишилося: { $left } з { $limit }.</i>
plan-used-up = { $limit } { $limitForm ->
    [one] план
    [few] плани
   *[many] планів
} на сьогодні вже є, новий — після опівночі.
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
toast-plan-followed = { $room ->
    [none] Вільних місць немає
    [some] Додано { $added }, не вмістилося { $left }
   *[enough] Стежимо за всіма
}
command-plan = план вступу
