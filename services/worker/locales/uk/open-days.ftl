# Open days of students: lists, the card of one, the page of a university.

open-days = <b>Дні відкритих дверей</b> · { $list ->
    [filters] за твоїми фільтрами
   *[all] усі
}: { $n }
open-days-mine = <b>Куди йду</b> · { $n }
open-days-university = 🏛 <b>{ $university }</b> · події: { $n }
open-days-day = <b>{ $day }</b>
open-days-past-day = <b>{ $day }</b> · минуло
open-days-row = { $number }. { $time } — { $host }
open-days-row-untimed = { $number }. { $host }
open-days-host = { $university }, { $host }
open-days-time-unknown = Час уточнюється
open-days-format = { $format ->
    [online] онлайн
   *[mixed] офлайн і онлайн
}
open-days-going = <b>йдеш</b>
open-days-demo = <i>демонстраційна</i>
open-days-generated = <i>Демонстраційні дані: ці події вигадано.</i>
open-days-none = Найближчих подій поки немає. Нові з’являться тут.
open-days-none-found = За цими фільтрами подій немає.
open-days-without = Без фільтра «{ $filter }» { $nForm ->
    [one] була б { $n }
    [few] було б { $n }
   *[many] було б { $n }
}.
open-days-mine-none = Поки що нічого не обрано. Обери подію, натисни «Піду» — і нагадаю за 3 дні та за день.

open-day-title = 🏛 <b>{ $title }</b>
open-day-registration-closed = Реєстрацію закрито.
open-day-over = <i>Ця подія вже минула.</i>
open-day-detail = { $what ->
    [programme] Програма
    [audience] Для кого
   *[contacts] Контакти
}: { $text }
open-day-generated-plain = Демонстраційні дані: цю подію вигадано.
open-day-calendar =
    📅 <b>{ $title }</b>
    { $when }
    Відкрий файл — подія додасться до календаря.

university = 🏛 <b>{ $university }</b>
university-event = <b>{ $day }, { $time }</b> — { $host }
university-event-unknown = <b>{ $day }</b>, час уточнюється — { $host }
university-invitation = Надішли посилання на програму цього закладу — порахую твій шанс.
university-hidden = Заклад додано до фільтрів, але його регіону серед обраних немає, тож його події не показуватиму. Додай регіон або зніми цей фільтр.
university-unknown = Такого закладу в базі немає.

menu-when = { $day }, { $time }
menu-next-open-day = Найближча подія: { $when } — { $university }.

button-open-days = Відкриті двері
button-going = Куди йду ({ $n })
button-by-filters = За фільтрами
button-filters = Фільтри
button-filters-chosen = Фільтри ({ $n })
button-attend = Піду
button-leave = ✓ Йдеш · скасувати
button-calendar = У календар
button-registration-page = Реєстрація
button-stream = Трансляція
button-map = Мапа
button-to-list = ‹ До списку
button-university-open-days = Дні відкритих дверей ({ $n })
button-watch = Сповіщати про нові
button-unwatch = ✓ Сповіщаю · скасувати

toast-attending = Позначено: йдеш
toast-attending-both = Нагадаю за 3 дні та за день
toast-attending-day = Нагадаю за день
toast-attending-muted = Позначено, але нагадування вимкнено
toast-left = Прибрано з твоїх подій
toast-watching = Додано до фільтрів подій
toast-not-watching = Прибрано з фільтрів подій

command-open-days = дні відкритих дверей
command-my-open-days = куди йду
command-open-day-filters = фільтри подій
