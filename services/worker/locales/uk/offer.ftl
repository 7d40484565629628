# An offer: its view and everything that can take its place.

# Behind the name of an offer, where it tells two apart.
offer-number = № { $offerId }
offer-paid = контракт

offer-example = <i>Приклад із балами { $grades }</i>
offer-title = <b>{ $programme }</b>
offer-speciality = { $code } { $speciality } · { $year }
offer-speciality-form = { $code } { $speciality } · { $form ->
    [part-time] заочна
    [evening] вечірня
   *[distance] дистанційна
} · { $year }

offer-no-grades = Додай бали НМТ — це пів хвилини, і тут з’являться твій бал, місце та шанс.
offer-score = <b>Твій бал: { $score }</b> · НМТ { $nmtYear }
offer-rank = Місце в рейтингу: <b>{ $rank }</b> з { $of }
offer-rank-settled = Коли вищі пріоритети розійдуться — орієнтовно { $rank }
offer-tier = { $tier ->
    [high] 🟢 <b>високий</b>
    [medium] 🟦 <b>середній</b>
    [low] 🔶 <b>низький</b>
   *[very-low] 🔻 <b>дуже низький</b>
}
offer-chance = Шанс на бюджет: { offer-tier }
offer-very-low = Шанс на бюджет: 🔻 <b>дуже низький</b>.
offer-very-low-lacking = Шанс на бюджет: 🔻 <b>дуже низький</b> — до { $past ->
    [last] торішньої межі
   *[older] межі { $pastYear } року
} бракує { $points }.
offer-contract-instead = На контракт є { $places } { $placesForm ->
    [one] місце
    [few] місця
   *[many] місць
}.

offer-priority = <b>Пріоритет { $priority ->
    [first] 1–2
   *[later] 3 і далі
}: { $score }</b>
offer-priority-year = { $line } · НМТ { $nmtYear }
offer-priority-chance = місце { $rank } · { offer-tier }
offer-priority-below = менше ніж { $minimum } — на бюджет не допускають
offer-priority-difference = <i>Різниця — ГК { $gk }: він діє лише на пріоритетах 1 і 2.</i>
offer-priority-chosen = <i>Для твого пріоритету: { $priority ->
    [first] 1–2, ГК { $gk } враховано
   *[later] 3 і далі, ГК { $gk } не діє
}.</i>
offer-quota = Твоя { $quota ->
    [Q1] Квота-1
   *[Q2] Квота-2
}: { $places } { $placesForm ->
    [one] місце
    [few] місця
   *[many] місць
}, заяв за нею — { $candidates }. Місце вище — за загальним конкурсом.
offer-quota-none = За твоєю { $quota ->
    [Q1] Квотою-1
   *[Q2] Квотою-2
} місць тут немає.

offer-below-budget = <b>Твій бал: { $score }</b> (НМТ { $nmtYear }) — менше ніж { $minimum }. На бюджет із ним не допускають, тож місця не рахую. Контракту цей поріг не стосується.
offer-below-both = <b>Твій бал: { $score }</b> (НМТ { $nmtYear }) — менше ніж { $minimum }. Для { $code } { $speciality } цей поріг діє і на бюджет, і на контракт.
offer-subject-minimum = Тут з { $subject ->
    [ukr] української мови
    [math] математики
    [hist] історії України
    [lit] української літератури
    [foreign] іноземної мови
    [bio] біології
    [geo] географії
    [phys] фізики
   *[chem] хімії
} потрібно щонайменше { $required }, у тебе — { $grade }: заяву не допустять.
offer-subject-not-passed = { $subject ->
    [ukr] Українську мову
    [math] Математику
    [hist] Історію України
    [lit] Українську літературу
    [foreign] Іноземну мову
    [bio] Біологію
    [geo] Географію
    [phys] Фізику
   *[chem] Хімію
} не складено — бал не рахується.
offer-subject-missing = Щоб порахувати бал, бракує предмета: { subject-short }.
offer-elective-missing = Щоб порахувати бал, бракує предмета на вибір із тих, що тут зараховують.
offer-creative-missing = Тут є творчий конкурс, і без нього бал не порахувати. Його балів поки не враховую.
offer-creative-not-passed = Творчий конкурс не складено — бал не рахується.
offer-weights-missing = Коефіцієнтів цієї пропозиції в базі немає, тож бал не рахую.
offer-nmt-too-old = НМТ { $nmtYear } тут уже не приймають: потрібні результати { $oldest } року або новіші.

offer-budget-ceiling = Бюджет: до { $places } { $placesForm ->
    [one] місця
   *[other] місць
} — <i>верхня межа, реально буває менше</i>
offer-budget-fixed = Бюджет: { $places } { $placesForm ->
    [one] місце
    [few] місця
   *[many] місць
}
offer-budget-unknown = Бюджет: скільки місць, ще не оголошено
offer-contract-only = ⚪️ <b>Лише контракт</b>: бюджетних місць тут немає.
offer-contract = Контракт: { $places } { $placesForm ->
    [one] місце
    [few] місця
   *[many] місць
}
offer-contract-price = { offer-contract }, { $price } грн на рік
offer-price = Контракт: { $price } грн на рік
offer-applied = Заяв: { $applied }
offer-applied-budget = Заяв: { $applied }, на бюджет — { $budget }
offer-no-applications = Заяв ще немає.
offer-no-applications-rank = Заяв ще немає, тож місце невідоме.
offer-no-list = Списку заяв ще немає, тож місце невідоме.
offer-history = { $past ->
    [last] Торік
   *[older] У { $pastYear } році
} на { $funding ->
    [budget] бюджет
   *[contract] контракт
} — від { $score }
offer-no-history = Меж минулих років немає: порівняти ні з чим.
offer-margin = Твій запас: <b>{ $margin }</b>
offer-lacking = Тобі бракує: <b>{ $points }</b>
offer-margins = { $lacking ->
    [none] Твій запас: <b>{ $first }</b>, на пріоритеті 3 і далі: <b>{ $later }</b>
    [later] Твій запас: <b>{ $first }</b>, на пріоритеті 3 і далі бракує: <b>{ $later }</b>
   *[both] Тобі бракує: <b>{ $first }</b>, на пріоритеті 3 і далі: <b>{ $later }</b>
}

offer-how = Як пораховано: ({ $terms }) ÷ { $divisor } × РК { $rk } = { $first }. РК — регіональний коефіцієнт; галузевий (ГК) для { $code } не діє.
offer-how-gk = Як пораховано: ({ $terms }) ÷ { $divisor } × РК { $rk } × ГК { $gk } = { $first }; без ГК — { $later }. РК — регіональний коефіцієнт, ГК — галузевий.
offer-how-divisor = У дільнику вага четвертого предмета — середня між його власною та найбільшою.
offer-how-most = Більше за 200 бал не буває.
offer-ranked = У рейтингу з { $of } — { $others } { $othersForm ->
    [one] заява
    [few] заяви
   *[many] заяв
} загального конкурсу і ти; поза ним: { $parts }.
offer-ranked-quotas = за квотами — { $count }
offer-ranked-interviews = за співбесідою — { $count }
offer-ranked-out = скасовано, відхилено чи деактивовано — { $count }
offer-why-priority = Пріоритет { $priority ->
    [first] 1–2
   *[later] 3 і далі
}.
offer-why-high = Чому «високий»: { $bound ->
    [ceiling] якщо відкриють усі { $maxForm ->
        [one] місця ({ $max })
       *[other] { $max } { $maxForm ->
            [few] місця
           *[many] місць
        }
    }
   *[exact] місць тут { $max }
}, { $quotas ->
    [some] поза квотами їх { $worst }, і ти
   *[none] ти
} в цих межах, навіть якщо ніхто вищий за тебе не піде на інший пріоритет.
offer-why-medium = Чому «середній»: якщо ніхто вищий не піде на інший пріоритет, твоє місце — { $pessimistic }{ $overflow ->
    [some] {" "}(рахуючи й тих, кому не вистачить місць за квотою)
   *[none] {""}
}, а місць поза квотами { $worst }. { $leavers ->
    [none] Зазвичай квоти заповнюють не всі: тоді місць до { $likely }.
   *[some] Зазвичай частина вищих іде: тоді твоє місце — { $expected }, а місць до { $likely }.
}
offer-why-low = Чому «низький»: місця вистачить, лише якщо вищі за тебе розійдуться на інші пріоритети{ $quotas ->
    [some] , а місця квот звільняться
   *[none] {""}
}: тоді твоє місце — { $optimistic }, а місць { $bound ->
    [ceiling] до { $best }
   *[exact] { $best }
}.
offer-why-very-low = Чому «дуже низький»: навіть якщо вищі за тебе розійдуться на інші пріоритети, твоє місце — { $optimistic }, а місць { $bound ->
    [ceiling] до { $best }
   *[exact] { $best }
}.

offer-data-growing = <i>Дані на { $moment }. Списки ще зростають — місце зміниться.</i>
offer-data-closed = <i>Дані на { $moment }. Подання заяв уже завершилося.</i>
offer-data-modelled = <i>Демонстраційні дані: { $parts } змодельовано.</i>
offer-modelled-applicants = заяви
offer-modelled-places = місця
offer-modelled-history = межу минулого вступу

offer-not-found =
    🔍 <b>Пропозиції { $offerId } у базі немає</b>
    Перевір, чи посилання скопійоване повністю. Нові пропозиції з’являються з оновленням бази.
offer-not-found-in-year =
    🔍 <b>Пропозиції { $offerId } за { $year } рік у базі немає</b>
    Перевір, чи посилання скопійоване повністю. Нові пропозиції з’являються з оновленням бази.
offer-invalid-year =
    📅 <b>Це пропозиція { $year } року</b>
    Рахую пропозиції { $years } { $number ->
        [one] року
       *[several] років
    }. Номери щороку нові: знайди цю програму серед цьогорічних і надішли нове посилання.
offer-other-year =
    📅 <b>Це пропозиція { $year } року</b>
    За { $asked } рік такої в базі немає: номери щороку нові.
offer-listing =
    📋 <b>Це не сторінка однієї пропозиції</b>
    Знайди там свою програму й надішли адресу її сторінки. Вона має такий вигляд:
    <code>{ $site ->
        [edbo] vstup.edbo.gov.ua/offer/1481286/
        [osvita] vstup.osvita.ua/y2025/r14/282/1481286/
       *[abit-poisk] abit-poisk.org.ua/rate2025/direction/1481286
    }</code>
offer-foreign-site = Цього сайту не знаю. Підходять vstup.edbo.gov.ua, vstup.osvita.ua та abit-poisk.org.ua.
offer-list = <b>Яку з пропозицій відкрити?</b>
offer-list-missing = Немає в базі: { $offerIds }

track-limit =
    <b>{ $slotsForm ->
        [one] Єдине місце
        [two] Обидва місця
       *[other] Усі { $limitForm ->
            [one] місця ({ $limit })
            [few] { $limit } місця
           *[many] { $limit } місць
        }
    } зайнято</b>
    Нова: { $offer }. Яку з наявних замінити?
toast-following = Стежимо: { $followed } з { $limit }
toast-replaced = Замінено: стежимо { $followed } з { $limit }
toast-unfollowed = Більше не стежимо

button-follow = Стежити
button-unfollow = Не стежити
button-site = На сайті
button-back-to-list = ‹ До списку
button-keep = Залишити як є
button-open-year = Відкрити за { $year } рік
button-search-official = Шукати на vstup.edbo.gov.ua
button-add-own-grades = Додати свої бали
button-my-priority = Бал для пріоритету { $priority ->
    [first] 1–2
   *[later] 3 і далі
}
