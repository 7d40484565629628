# What we write about without being asked, and when without sound.

notifications =
    🔔 <b>Сповіщення</b>
    { $quiet }
notifications-off =
    🔕 <b>Сповіщення вимкнено</b>
    Нагадувань, змін і новин не надсилатиму. Запитуй будь-що — відповім.
notification-kind = { $kind ->
    [openDays] Дні відкритих дверей
    [offerChanges] Зміни у пропозиціях
   *[news] Новини Abitly
}
quiet-span = { $from }–{ $until }
quiet-from-until = Тихі години: { $hours }. У цей час вони без звуку.
quiet-never = Тихих годин немає: зі звуком усе, крім ранкового нагадування.
quiet-hours-question =
    🌙 <b>Тихі години</b>
    Сповіщення в ці години приходять без звуку. Ранкове нагадування про подію — завжди без звуку.

button-mute = Не сповіщати
button-mute-all = Вимкнути всі
button-unmute-all = Увімкнути всі
button-quiet-hours = Тихі години
button-quiet-never = Без них

toast-muted = Про таке більше не пишу

command-notifications = сповіщення
