# The command of admins that tells students of edited open days.

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
