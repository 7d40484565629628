# Edited open days: the message to students.

open-day-update = 🏛 <b>{ $n ->
    [one] Змінено день відкритих дверей
   *[many] Змінено дні відкритих дверей
}</b>
open-day-when = <b>{ $day }, { $time }</b>
open-day-when-past = <b>{ $day }</b>
open-day-when-unknown = <b>{ $day }</b> · час уточнюється
open-day-host = { $university } — { $host }
open-day-whole-university = увесь університет
open-day-format = { $format ->
    [offline] Офлайн
    [online] Онлайн
   *[mixed] Офлайн і онлайн
}
open-day-place = { open-day-format }: { $address }
open-day-registration = Реєстрація — { $until }
open-day-generated = <i>Демонстраційні дані.</i>
open-day-update-more = <i>І ще { $n } { $nForm ->
    [one] подія
    [few] події
   *[many] подій
}.</i>
open-day-update-reason = <i>Пишу, бо це відповідає твоїм фільтрам подій.</i>
