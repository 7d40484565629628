# Edited open days: the message to students, and the command that sends it.

open-day-update = 🏛 <b>{ $n ->
    [one] Змінено день відкритих дверей
   *[many] Змінено дні відкритих дверей
}</b>
open-day-when = <b>{ $day }, { $time }</b>
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
button-registration = Реєстрація: { $university }

notify-title = 🏛 <b>Оновлення відкритих дверей</b>
notify-none = Сьогодні жодного дня відкритих дверей не змінено.
notify-edited = Змінено сьогодні: { $n } { $nForm ->
    [one] подія
    [few] події
   *[many] подій
}
notify-counts = Збіг фільтрів: { $matched }, уже знають { $told }, отримають <b>{ $recipients }</b>
notify-nobody-matches = Надсилати нікому: фільтри жодного студента не збігаються.
notify-everybody-knows = Надсилати нікому: усі, кого це стосується, вже знають.
notify-event = • { $when } — { $university }, { $title }
notify-confirm =
    { $recipients } { $recipientsForm ->
        [one] отримувач
        [few] отримувачі
       *[many] отримувачів
    }, одразу. Щоб підтвердити, надішли це число: <code>{ $typed }</code>
notify-cancelled =
    <b>Нічого не надіслано</b>
    Про зміни можна сповістити пізніше: /notifyOpenDaysUpdate
button-send-recipients = Надіслати { $recipients }
button-example-message = Приклад
