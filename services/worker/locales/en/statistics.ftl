# A student's grades and offers in figures.

statistics = 📊 <b>My statistics</b>
statistics-grades = NMT { $nmtYear }: average <b>{ $average }</b>; strongest: { $subjects }
statistics-grades-none = NMT { $nmtYear }: no subject passed
statistics-not-passed = Not passed and not counted: { $subjects }
statistics-no-grades = Add your NMT grades to see your average here, and your score next to others.
statistics-none-followed = Follow offers to see here how many applications are below your score.
statistics-higher = <b>Your score is higher than in</b>
statistics-share = { $percent }% of applications — { $university }, { $programme }
statistics-share-first = { statistics-share } (P1–2)
statistics-chances = <b>State-funded chances:</b>
statistics-tier = { $name } — { $count }
statistics-not-admitted = not admitted
statistics-no-chance = not judged
statistics-caution = Ranks and terms of each chance: see “My offers”.
statistics-partly = { $shown } of { $followed } { $followedForm ->
    [one] offer
   *[other] offers
} counted.
statistics-choose = <b>Statistics of which offer?</b>

offer-statistics =
    📊 <b>{ $programme }</b> — { $university }
    { $code } · { $year }
statistics-applications = <b>Applications</b>
statistics-applied = filed { $count }
statistics-admitted = admitted { $count }
statistics-budget = state-funded { $count }
statistics-recommended = recommended { $count }
statistics-enrolled-budget = enrolled state-funded { $count }
statistics-enrolled-contract = enrolled tuition-paid { $count }
statistics-priorities = Priorities ({ $of }): { $priorities }
statistics-priority-later = 6 and later
statistics-priority-unknown = unknown
statistics-scores = { $funding ->
    [budget] <b>State-funded scores</b> · { $count }, no quotas
   *[contract] <b>Tuition-paid scores</b> · { $count }
}
statistics-scores-all = <b>Scores of the admitted</b>
statistics-spread =
    from { $min } to { $max }
    average { $average }
statistics-half = Middle half: { $range }
statistics-mine = Yours, <b>{ $score }</b>, is higher than <b>{ $percent }%</b> of them
statistics-mine-first = Yours, <b>{ $score }</b> (P1–2), is higher than <b>{ $percent }%</b> of them
statistics-years = <b>Past years</b>
statistics-year = { $year }: { $scores }
statistics-year-modelled = { $year }: { $scores } <i>(modelled)</i>
statistics-year-budget = state-funded from { $score }
statistics-year-contract = tuition-paid from { $score }

button-statistics = Statistics
button-by-offer = By offer…
button-back-to-statistics = ‹ My statistics
