# Entering НМТ grades.

grades-year =
    <b>Бали НМТ</b>

    За який рік твої результати?
grades-elective =
    <b>Бали НМТ { $nmtYear }</b>

    Який предмет на вибір?
grades-heading = <b>Бали НМТ { $nmtYear }</b> · { $step } з { $of }
grades-entered = { $name } — <b>{ $grade }</b>
grades-current = ➤ <b>{ $name }</b>
grades-ask = Надішли бал від 100 до 200.
grades-ask-several = Надішли бал від 100 до 200. Можна й решту одразу: <code>{ $sample }</code>
grades-pick =
    <b>Бали НМТ { $nmtYear }</b>

    Який бал виправити?
grades-saved =
    ✅ <b>Бали НМТ { $nmtYear } збережено</b>
    { $grades }

grades-by-button = Обери кнопкою.
grades-out-of-range = Бал НМТ — ціле число від 100 до 200, наприклад 187.
grades-test-points = { $value } схоже на тестовий бал. Потрібен бал за шкалою 100–200 з кабінету учасника НМТ.
grades-no-number = Не бачу числа. Надішли, наприклад, 187.
grades-other-subjects = Надішли самі числа, у такому порядку: { $subjects }.
grades-too-many = Бачу { $given } { $givenForm ->
    [one] число
    [few] числа
   *[many] чисел
}, а { $leftForm ->
    [one] лишився { $left } предмет
    [few] лишилося { $left } предмети
   *[many] лишилося { $left } предметів
}: { $subjects }.

my-grades = <b>Мої бали</b>
my-grades-year = <b>НМТ { $nmtYear }</b>
my-grades-account-year = <b>НМТ { $nmtYear }</b> <i>(з акаунта)</i>
my-grades-account-note = <i>Бали з акаунта змінюються на сайті Abitly.</i>
grades-delete-question =
    <b>Видалити бали НМТ { $nmtYear }?</b>
    Зникнуть усі записані в чаті бали цього року. Повернути не вийде, але ввести знову — пів хвилини.

button-not-passed = Не складено
button-other-elective = Інший предмет на вибір
button-fix = Виправити
button-fix-year = Виправити бали { $nmtYear }
button-ask-delete-year = Видалити бали { $nmtYear }…
button-delete-year = Видалити
toast-year-deleted = Бали НМТ { $nmtYear } видалено
button-add-year = Додати інший рік НМТ
button-back-to-offer = ‹ До пропозиції

toast-nothing-saved = Нічого не збережено
toast-grades-saved = Бали вже збережено
