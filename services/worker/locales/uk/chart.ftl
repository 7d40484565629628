# Pictures: the words drawn into them, their captions, their buttons.

button-chart = Графік
button-chart-refresh = Оновити
button-to-offer = До пропозиції
button-comparison-chart = Показати графіком
toast-chart-empty = Заяв ще немає
toast-chart-same = Нових даних поки немає

chart-brand = Abitly
chart-modelled = демонстраційні дані
chart-subtitle = { $code } · { $year } · { $applicants } { $applicantsForm ->
    [one] заява
    [few] заяви
   *[many] заяв
} { $line ->
    [budget] на бюджет
    [general] поза квотами
   *[contract] на контракт
}
chart-me = { $priority ->
    [any] ти
    [first] П1–2
   *[later] П3+
}
chart-me-score = { chart-me } { $score }
chart-me-same = { chart-me } ≈ { $past ->
    [last] торік
   *[older] { $pastYear }
}
chart-places-all = { $bound ->
    [ceiling] до { $places } { $placesForm ->
        [one] місця
       *[other] місць
    }
   *[exact] { $places } { $placesForm ->
        [one] місце
        [few] місця
       *[many] місць
    }
}
chart-places = { $quotas ->
    [some] { chart-places-all } без квот
   *[none] { chart-places-all }
}
chart-places-short = { $bound ->
    [ceiling] до { $places }
   *[exact] { $places }
} без квот
chart-last-year = { $past ->
    [last] торік
   *[older] у { $pastYear }
} від { $score }
chart-foot = Місце { $rank } · дані на { $moment }
chart-foot-short = Місце { $rank } · { $moment }
chart-foot-no-rank = Дані на { $moment }

chart-caption-title = <b>{ $programme }</b>, { $university }.
chart-caption-score = { $priority ->
    [any] Твій бал
    [first] Пріоритет 1–2: бал
   *[later] Пріоритет 3 і далі: бал
} { $lower ->
    [none] { $score }
   *[some] { $score } — вищий, ніж у { $percent } % із { $applicants } { $applicantsForm ->
        [one] заяви
       *[other] заяв
    }
}.
chart-caption-above = Синім — заяви з вищим балом.
chart-caption-last-place = Межа { $places } { $quotas ->
    [some] { $placesForm ->
        [one] місця, не зайнятого квотами,
       *[other] місць, не зайнятих квотами,
    }
   *[none] { $placesForm ->
        [one] місця
       *[other] місць
    }
} { $when ->
    [growing] зараз — { $score }
   *[closed] — { $score }
}.
chart-caption-enough-places = { $quotas ->
    [some] Місць, не зайнятих квотами ({ $places }),
   *[none] Місць ({ $places })
} вистачає на всі подані заяви.
chart-caption-enough-unclaimed = Місць ({ $places }) вистачає на всі подані заяви, якщо місця квот ({ $unclaimed }) лишаться вільними.
chart-caption-apart = Ще { $apart } за квотами та співбесідою тут не показано.
chart-caption-out = Скасовано, відхилено чи деактивовано — { $out }.
chart-caption-data = Дані на { $moment }.

chart-comparison = Мої пропозиції
chart-comparison-subtitle = Бали заяв за пропозиціями
chart-comparison-half = половина заяв
chart-comparison-most = 80 %
chart-comparison-me = ти
chart-comparison-cut-off = минула межа
chart-comparison-caption = 📊 <b>Мої пропозиції: бали заяв</b>
chart-comparison-row = <b>{ $programme }</b>, { $university }
chart-comparison-score = { $priority ->
    [first] { $score } (П1–2)
   *[any] { $score }
}
chart-comparison-row-score = { $row }: бал { $lower ->
    [none] { chart-comparison-score }
   *[some] { chart-comparison-score } — вищий, ніж у { $percent } % заяв
}
chart-comparison-row-margin = { $row }, запас { $margin }
chart-comparison-row-lacking = { $row }, бракує { $points }
chart-comparison-left-out = Без заяв, тож без смуги: { $offers }.
