# The offers a student follows: the list, the comparison, giving one up.

my-offers = <b>My offers</b> · { $followed } of { $limit }
my-offers-none = You follow nothing yet. Send a link to an offer and press “{ button-follow }”: rank, chance and changes will appear here.
my-offer-name = <b>{ $number }. { $programme }</b> — { $university }
my-rank = { $score } · rank { $rank } of { $of }
my-rank-first = P1–2: { $score } · rank { $rank } of { $of }
my-later = P3 and later: { $score }
my-later-rank = P3 and later: { $score } · rank { $rank } · { $tier }
tier-word = { $tier ->
    [high] 🟢 high
    [medium] 🟦 medium
    [low] 🔶 low
   *[very-low] 🔻 very low
}
my-tier-was = { $tier } (was { $was })
my-below-budget = under { $minimum }: not admitted to state-funded places
my-below-both = under { $minimum }: admitted to neither state-funded nor tuition-paid places
my-contract-only = ⚪️ tuition-paid only
my-places-unknown = state-funded places not announced yet
my-no-list = no applications yet, rank unknown
my-change-up = ▲ up { $places }
my-change-down = ▼ down { $places }
my-change-none = no change
my-change-was = was { $rank }
my-change-score = { $change }, another score
my-since = Changes since { $since ->
    [yesterday] yesterday
    [various] your previous look
   *[day] { $day }
}.
my-data = Data as of { $moment }
my-data-oldest = Oldest data as of { $moment }
my-data-sentence = { $data }.
my-drop = <b>Which offer to unfollow?</b>

compare = <b>Comparison</b>
compare-part = <b>Comparison</b> · { $part } of { $of }
compare-name = <b>{ $university }</b> · { $programme }
compare-no-grades = Without NMT grades there is nothing to compare.
compare-chance = { $tier }: rank { $rank }, { $places }
compare-places-ceiling = up to { $places } { $placesForm ->
    [one] place
   *[other] places
}
compare-places-exact = { $places } { $placesForm ->
    [one] place
   *[other] places
}
compare-score = Score { $score }
compare-score-notes = Score { $score } <i>({ $notes })</i>
compare-rk = regional multiplier { $rk }
compare-first = priority 1–2
compare-past = { $past ->
    [last] Last year
   *[older] In { $pastYear }
} from { $score }
compare-past-margin = { compare-past }, margin <b>{ $margin }</b>
compare-past-lacking = { compare-past }, <b>{ $points }</b> short
compare-no-history = No cut-offs of past years
compare-why = Scores differ because { $reasons }.
compare-why-rk = the regional multiplier (РК) depends on the institution
compare-why-weights = subject weights depend on the programme
compare-why-gk = the branch multiplier (ГК) does not apply to every speciality

button-my-offers = My offers
button-my-offers-count = My offers ({ $followed })
button-back-to-my-offers = ‹ My offers
button-compare = Compare
button-drop = Unfollow…
