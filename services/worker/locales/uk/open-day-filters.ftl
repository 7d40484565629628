# What a student wants to see of open days and hear of them.

filters = <b>Фільтри подій</b>
filters-purpose = За ними показую події та пишу про нові й змінені.
filters-field = { $field ->
    [region] Регіони
    [university] Університети
   *[speciality] Спеціальності
}
filters-line = { $name }: <b>{ $chosen }</b>
filters-line-any = { $name }: усі
filters-choose = <b>Фільтр: { $field ->
    [region] регіони
    [university] університети
   *[speciality] спеціальності
}</b>
filters-choose-hint = Натисни, щоб додати чи прибрати. Щоб знайти, надішли частину назви: <i>{ $sample }</i>

button-filter-chosen = { $name } · { $n }
button-show-events = Готово: { $n }
button-clear-all = Очистити всі
button-to-filters = ‹ До фільтрів
