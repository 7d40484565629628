# The dialogue that prepares a broadcast: content, audience, look, time.

broadcast-content =
    📣 <b>Розсилка</b> · 1 з 4: вміст

    Надішли текст із форматуванням, фото або будь-яке повідомлення — скопіюється як є.
broadcast-content-kept = <i>Поки нового немає, лишається попереднє.</i>
broadcast-album = Альбом одним повідомленням не розіслати. Підійде одне фото з підписом.
broadcast-caption-too-long = Підпис завдовжки { $length }, а бот може надіслати щонайбільше { $limit } знаки. Підійде коротший.
broadcast-not-copyable = Таке повідомлення Telegram копіювати не дає. Підійде текст, фото, відео, файл, голосове, стікер.
broadcast-buttons =
    📣 <b>Розсилка</b> · 1 з 4: кнопки

    Під повідомленням можуть бути кнопки-посилання, до { $limit }. Надішли їх, кожну з нового рядка:
    <code>Назва | https://abitly.org</code>
broadcast-buttons-now =
    <b>Зараз:</b>
    { $buttons }
broadcast-copy-caution = <i>Копіюється з цього чату: доки розсилка йде, оригінал не можна видаляти чи змінювати.</i>
broadcast-buttons-problem = Рядок { $line }: { $problem }
broadcast-line-no-separator = немає риски «|» між назвою й адресою
broadcast-line-no-label = немає назви
broadcast-line-label-too-long = назва довша за { $limit } знаки
broadcast-line-bad-address = адреса має починатися з https://, http:// або tg://
broadcast-line-too-many = зайвий, кнопок щонайбільше { $limit }
broadcast-needs-text = Тут потрібен текст.

broadcast-audience = 📣 <b>Розсилка</b> · 2 з 4: кому
broadcast-recipients = Отримають <b>{ $recipients }</b>.
broadcast-left-out = Не отримають: { $reasons }.
broadcast-muted = { $muted } без сповіщень
broadcast-unreachable = { $unreachable } { $unreachableForm ->
    [one] недоступний
    [few] недоступні
   *[many] недоступних
}
broadcast-nobody = Ніхто не відповідає всім умовам разом: котрусь треба прибрати.
broadcast-nobody-reachable = Надіслати нікому: усі, хто відповідає умовам, без сповіщень або недоступні.
broadcast-base = { $base ->
    [linked] З сайту
    [test] Тест
   *[all] Усі
}
broadcast-base-test = Тест: лише адміни
broadcast-language = { $language ->
    [en] англійська
   *[uk] українська
}
broadcast-active = активні за { $days } { $daysForm ->
    [one] день
    [few] дні
   *[many] днів
}
broadcast-filter = { $field ->
    [region] Регіон
    [university] Заклад
    [speciality] Спеціальність
    [language] Мова
   *[activity] Активність
}
broadcast-filter-set = { broadcast-filter } ✓

broadcast-choose = 📣 <b>Розсилка</b> · 2 з 4: { $field ->
    [region] регіони
    [university] заклади
   *[speciality] спеціальності
}
broadcast-choose-hint = Натиснути — додати чи прибрати. Щоб знайти, надішли частину назви: <i>{ $sample }</i>

broadcast-preview =
    📣 <b>Розсилка</b> · 3 з 4: вигляд

    Повідомлення вище — точно як у студентів.
broadcast-preview-missing = <i>Якщо його немає, Telegram його не прийняв: треба змінити вміст чи кнопки.</i>

broadcast-when = 📣 <b>Розсилка № { $number }</b> · 4 з 4: коли
broadcast-estimate = { $recipients } { $recipientsForm ->
    [one] отримувач
    [few] отримувачі
   *[many] отримувачів
}, ≈ { $duration } ({ $rate } на секунду).
broadcast-now = Зараз { $time }, тихі години 22:00–08:00.
broadcast-now-quiet = Зараз { $time }, тихі години 22:00–08:00: прийде без звуку.
quiet-hours = Тихі години 22:00–08:00: прийде без звуку.
broadcast-time =
    📣 <b>{ $title }</b> · інший час

    Надішли день і час за Києвом: <code>24.11 10:00</code>, <code>завтра 10:00</code> або <code>10:00</code>
broadcast-title = Розсилка № { $number }
broadcast-time-unreadable = Не схоже на час.
broadcast-time-past = { $moment } — це вже минуло.
broadcast-time-too-far = { $moment } — це понад рік.
broadcast-time-missing = Такого дня чи часу немає.
broadcast-confirm =
    📣 <b>Розсилка № { $number }</b> · підтвердження

    { $recipients } { $recipientsForm ->
        [one] отримувач
        [few] отримувачі
       *[many] отримувачів
    }, { $when }. Щоб підтвердити, надішли це число: <code>{ $typed }</code>
broadcast-confirm-now = одразу
broadcast-confirm-wrong = Не те число: потрібно { $recipients }.
word-today = сьогодні
word-tomorrow = завтра

broadcast-discarded =
    <b>Розсилку не надіслано</b>
    Чернетку відкинуто.
broadcast-gone =
    <b>Цю чернетку вже не змінити</b>
    Її відкинуто або почато нову.

button-ready = Готово: { $n }
button-without-buttons = Далі без кнопок
button-forward = Далі
button-forward-count = Далі: { $recipients }
button-remove-buttons = Прибрати кнопки
button-keep-content = Залишити попереднє
button-test-send = Надіслати собі
button-change = Змінити
button-send-count = Надіслати { $recipients } зараз
button-tomorrow = Завтра о 10:00
button-unknown-policy = Невідомі: { $policy ->
    [resend] повторити
   *[keep] не повторювати
}

toast-test-sent = Надіслано
toast-nobody = Отримувачів немає
toast-scheduled = Заплановано
