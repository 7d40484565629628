# Pictures: the words drawn into them, their captions, their buttons.

button-chart = Chart
button-chart-refresh = Refresh
button-to-offer = To the offer
button-comparison-chart = Show as a chart
toast-chart-empty = No applications yet
toast-chart-same = No new data yet

chart-brand = Abitly
chart-modelled = demonstration data
chart-subtitle = { $code } · { $year } · { $applicants } { $line ->
    [budget] state-funded
    [general] non-quota
   *[contract] tuition-paid
} { $applicantsForm ->
    [one] application
   *[other] applications
}
chart-me = { $priority ->
    [any] you
    [first] P1–2
   *[later] P3+
}
chart-me-score = { chart-me } { $score }
chart-me-same = { chart-me } ≈ { $past ->
    [last] last year
   *[older] { $pastYear }
}
chart-places-all = { $bound ->
    [ceiling] up to { $places } { $placesForm ->
        [one] place
       *[other] places
    }
   *[exact] { $places } { $placesForm ->
        [one] place
       *[other] places
    }
}
chart-places = { $quotas ->
    [some] { chart-places-all }, no quotas
   *[none] { chart-places-all }
}
chart-places-short = { $bound ->
    [ceiling] up to { $places }
   *[exact] { $places }
} non-quota
chart-last-year = { $past ->
    [last] last year
   *[older] { $pastYear }
} from { $score }
chart-foot = Rank { $rank } · data as of { $moment }
chart-foot-short = Rank { $rank } · { $moment }
chart-foot-no-rank = Data as of { $moment }

chart-caption-title = <b>{ $programme }</b>, { $university }.
chart-caption-score = { $priority ->
    [any] Your score
    [first] Priority 1–2: score
   *[later] Priority 3 and later: score
} { $lower ->
    [none] { $score }
   *[some] { $score } is higher than in { $percent }% of { $applicants } { $applicantsForm ->
        [one] application
       *[other] applications
    }
}.
chart-caption-above = Blue: applications with a higher score.
chart-caption-last-place = The cut-off for { $places } { $placesForm ->
    [one] place
   *[other] places
} { $quotas ->
    [some] not taken by quotas is
   *[none] is
} { $when ->
    [growing] now { $score }
   *[closed] { $score }
}.
chart-caption-enough-places = There are enough { $quotas ->
    [some] places not taken by quotas
   *[none] places
} ({ $places }) for all applications filed.
chart-caption-enough-unclaimed = There are enough places ({ $places }) for all applications filed if those of quotas ({ $unclaimed }) stay free.
chart-caption-apart = { $apart } more, by quota or interview, are not shown here.
chart-caption-out = Withdrawn, refused or deactivated: { $out }.
chart-caption-data = Data as of { $moment }.

chart-comparison = My offers
chart-comparison-subtitle = Scores of applications by offer
chart-comparison-half = half of them
chart-comparison-most = 80%
chart-comparison-me = you
chart-comparison-cut-off = past cut-off
chart-comparison-caption = 📊 <b>My offers: scores of applications</b>
chart-comparison-row = <b>{ $programme }</b>, { $university }
chart-comparison-score = { $priority ->
    [first] { $score } (P1–2)
   *[any] { $score }
}
chart-comparison-row-score = { $row }: score { $lower ->
    [none] { chart-comparison-score }
   *[some] { chart-comparison-score } is higher than in { $percent }% of applications
}
chart-comparison-row-margin = { $row }, margin { $margin }
chart-comparison-row-lacking = { $row }, { $points } short
chart-comparison-left-out = Without applications, so without a bar: { $offers }.
