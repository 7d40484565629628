# The offers a student follows: the list, the comparison, giving one up.

my-offers = <b>Мої пропозиції</b> · { $followed } з { $limit }
my-offers-none = Поки що ні за чим не стежиш. Надішли посилання на пропозицію й натисни «{ button-follow }» — тут з’являться місце, шанс і зміни.
my-offer-name = <b>{ $number }. { $programme }</b> — { $university }
my-rank = { $score } · місце { $rank } з { $of }
my-rank-first = П1–2: { $score } · місце { $rank } з { $of }
my-later = П3 і далі: { $score }
my-later-rank = П3 і далі: { $score } · місце { $rank } · { $tier }
tier-word = { $tier ->
    [high] 🟢 високий
    [medium] 🟦 середній
    [low] 🔶 низький
   *[very-low] 🔻 дуже низький
}
my-tier-was = { $tier } (був { $was })
my-below-budget = менше ніж { $minimum }: на бюджет не допускають
my-below-both = менше ніж { $minimum }: не допускають ні на бюджет, ні на контракт
my-contract-only = ⚪️ лише контракт
my-places-unknown = скільки бюджетних місць, ще не оголошено
my-no-list = заяв ще немає, місце невідоме
my-change-up = ▲ на { $places } вище
my-change-down = ▼ на { $places } нижче
my-change-none = без змін
my-change-was = було { $rank }
my-change-score = { $change }, бал інший
my-since = Зміни — від { $since ->
    [yesterday] учора
    [various] попереднього перегляду
   *[day] { $day }
}.
my-data = Дані на { $moment }
my-data-oldest = Найдавніші дані — на { $moment }
my-data-sentence = { $data }.
my-drop = <b>За якою пропозицією більше не стежити?</b>

compare = <b>Порівняння</b>
compare-part = <b>Порівняння</b> · { $part } з { $of }
compare-name = <b>{ $university }</b> · { $programme }
compare-no-grades = Без балів НМТ порівняти ні з чим.
compare-chance = { $tier }: місце { $rank }, { $places }
compare-places-ceiling = до { $places } { $placesForm ->
    [one] місця
   *[other] місць
}
compare-places-exact = { $places } { $placesForm ->
    [one] місце
    [few] місця
   *[many] місць
}
compare-score = Бал { $score }
compare-score-notes = Бал { $score } <i>({ $notes })</i>
compare-rk = РК { $rk }
compare-first = пріоритет 1–2
compare-past = { $past ->
    [last] Торік
   *[older] У { $pastYear } році
} від { $score }
compare-past-margin = { compare-past }, запас <b>{ $margin }</b>
compare-past-lacking = { compare-past }, бракує <b>{ $points }</b>
compare-no-history = Меж минулих років немає
compare-why = Бали різні, бо { $reasons }.
compare-why-rk = РК залежить від закладу
compare-why-weights = ваги предметів залежать від програми
compare-why-gk = ГК діє не для кожної спеціальності

button-my-offers = Мої пропозиції
button-my-offers-count = Мої пропозиції ({ $followed })
button-back-to-my-offers = ‹ Мої пропозиції
button-compare = Порівняти
button-drop = Не стежити…
