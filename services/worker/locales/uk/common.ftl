# Words and buttons that several features share.

chosen = ✓ { $name }
send-a-link = Надішли посилання на пропозицію або напиши її назву — порахую бал, місце та шанс.

button-menu = ‹ Меню
button-back = ‹ Назад
button-cancel = Скасувати
button-link-help = Де взяти посилання
button-grades = Мої бали
button-add-grades = Додати бали НМТ

toast-refreshed = Список оновлено

apology =
    😔 <b>Щось зламалося в нас, не в тебе</b>
    Твої дані на місці, помилку записано. Спробуй ще раз за кілька хвилин. Код: <code>{ $code }</code>
too-fast = Забагато повідомлень одразу: частину пропущено. Продовжимо за 10 секунд.
unknown-command = Такої команди немає. Усі, що є, — у /help.
