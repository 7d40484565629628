# An offer: its view and everything that can take its place.

# Behind the name of an offer, where it tells two apart.
offer-number = No. { $offerId }
offer-paid = tuition-paid

offer-example = <i>Example with the grades { $grades }</i>
offer-title = <b>{ $programme }</b>
offer-speciality = { $code } { $speciality } · { $year }
offer-speciality-form = { $code } { $speciality } · { $form ->
    [part-time] part-time
    [evening] evening
   *[distance] distance
} · { $year }

offer-no-grades = Add your NMT grades: it takes half a minute, and your score, rank and chance appear here.
offer-score = <b>Your score: { $score }</b> · NMT { $nmtYear }
offer-rank = Rank: <b>{ $rank }</b> of { $of }
offer-rank-settled = Once higher priorities settle: rank about { $rank }
offer-tier = { $tier ->
    [high] 🟢 <b>high</b> chance
    [medium] 🟦 <b>medium</b> chance
    [low] 🔶 <b>low</b> chance
   *[very-low] 🔻 <b>very low</b> chance
}
offer-chance = State-funded: { offer-tier }
offer-very-low = State-funded: 🔻 <b>very low</b> chance.
offer-very-low-lacking = State-funded: 🔻 <b>very low</b> chance, { $points } short of { $past ->
    [last] last year’s cut-off
   *[older] the { $pastYear } cut-off
}.
offer-contract-instead = There { $placesForm ->
    [one] is { $places } tuition-paid place
   *[other] are { $places } tuition-paid places
}.

offer-priority = <b>Priority { $priority ->
    [first] 1–2
   *[later] 3 and later
}: { $score }</b>
offer-priority-year = { $line } · NMT { $nmtYear }
offer-priority-chance = rank { $rank } · { offer-tier }
offer-priority-below = less than { $minimum }: not admitted to state-funded places
offer-priority-difference = <i>The difference is the branch multiplier (ГК) of { $gk }, which counts for priorities 1 and 2 only.</i>
offer-priority-chosen = <i>For your priority: { $priority ->
    [first] 1–2, with the branch multiplier (ГК) of { $gk }
   *[later] 3 and later, without the branch multiplier (ГК) of { $gk }
}.</i>
offer-quota = Your { $quota ->
    [Q1] Quota 1
   *[Q2] Quota 2
}: { $places } { $placesForm ->
    [one] place
   *[other] places
}, { $candidates } applied for it. The rank above is of the general competition.
offer-quota-none = Your { $quota ->
    [Q1] Quota 1
   *[Q2] Quota 2
} has no places here.

offer-below-budget = <b>Your score: { $score }</b> (NMT { $nmtYear }) — less than { $minimum }. It does not admit to state-funded places, so there is no rank. Tuition-paid places have no such limit.
offer-below-both = <b>Your score: { $score }</b> (NMT { $nmtYear }) — less than { $minimum }. For { $code } { $speciality } this limit holds for state-funded and tuition-paid places alike.
offer-subject-minimum = { $subject ->
    [ukr] Ukrainian language
    [math] Mathematics
    [hist] History of Ukraine
    [lit] Ukrainian literature
    [foreign] Foreign language
    [bio] Biology
    [geo] Geography
    [phys] Physics
   *[chem] Chemistry
}: at least { $required } is needed here, you have { $grade }. The application would not be admitted.
offer-subject-not-passed = { subject-name } was not passed, so there is no score.
offer-subject-missing = To work out the score I lack one subject: { subject-short }.
offer-elective-missing = To work out the score I lack an elective that counts here.
offer-creative-missing = There is a creative contest here, and no score without it. I do not count its grades yet.
offer-creative-not-passed = The creative contest was not passed, so there is no score.
offer-weights-missing = The database has no subject weights for this offer, so there is no score.
offer-nmt-too-old = NMT { $nmtYear } is no longer accepted here: results of { $oldest } or later are needed.

offer-budget-ceiling = Up to { $places } state-funded { $placesForm ->
    [one] place
   *[other] places
} — <i>a ceiling, often fewer</i>
offer-budget-fixed = { $places } state-funded { $placesForm ->
    [one] place
   *[other] places
}
offer-budget-unknown = State-funded places: not announced yet
offer-contract-only = ⚪️ <b>Tuition-paid only</b>: no state-funded places here.
offer-contract = { $places } tuition-paid { $placesForm ->
    [one] place
   *[other] places
}
offer-contract-price = { offer-contract }, { $price } UAH a year
offer-price = Tuition: { $price } UAH a year
offer-applied = { $applied } { $appliedForm ->
    [one] application
   *[other] applications
}
offer-applied-budget = { offer-applied }, { $budget } for state-funded places
offer-no-applications = No applications yet.
offer-no-applications-rank = No applications yet, so the rank is unknown.
offer-no-list = No list of applications yet, so the rank is unknown.
offer-history = { $past ->
    [last] Last year’s cut-off
   *[older] { $pastYear } cut-off
}, { $funding ->
    [budget] state-funded
   *[contract] tuition-paid
}: { $score }
offer-no-history = No cut-offs of past years: nothing to compare with.
offer-margin = Your margin: <b>{ $margin }</b>
offer-lacking = You are <b>{ $points }</b> short
offer-margins = { $lacking ->
    [none] Your margin: <b>{ $first }</b>, with priority 3 and later <b>{ $later }</b>
    [later] Your margin: <b>{ $first }</b>, with priority 3 and later you are <b>{ $later }</b> short
   *[both] You are <b>{ $first }</b> short, with priority 3 and later <b>{ $later }</b>
}

offer-how = How it is computed: ({ $terms }) ÷ { $divisor } × РК { $rk } = { $first }. РК is the regional multiplier; the branch one (ГК) does not apply to { $code }.
offer-how-gk = How it is computed: ({ $terms }) ÷ { $divisor } × РК { $rk } × ГК { $gk } = { $first }; without ГК { $later }. РК is the regional multiplier, ГК the branch one.
offer-how-divisor = In the divisor the fourth subject counts with the mean of its own weight and the largest.
offer-how-most = A score is never above 200.
offer-ranked = The rank is out of { $of }: { $others } { $othersForm ->
    [one] application
   *[other] applications
} of the general competition and you. Not ranked there: { $parts }.
offer-ranked-quotas = by quota — { $count }
offer-ranked-interviews = by interview — { $count }
offer-ranked-out = withdrawn, refused or deactivated — { $count }
offer-why-priority = Priority { $priority ->
    [first] 1–2
   *[later] 3 and later
}.
offer-why-high = Why “high”: { $bound ->
    [ceiling] if all { $max } { $maxForm ->
        [one] place
       *[other] places
    } open
   *[exact] there { $maxForm ->
        [one] is { $max } place
       *[other] are { $max } places
    } here
}, { $quotas ->
    [some] { $worst } of them are outside quotas, and you
   *[none] you
} are within these even if nobody above you leaves for another priority.
offer-why-medium = Why “medium”: if nobody above you leaves for another priority, your rank is { $pessimistic }{ $overflow ->
    [some] {" "}(counting those left without a quota place)
   *[none] {""}
} with { $worst } places outside quotas. { $leavers ->
    [none] Usually quotas are not filled: then there are up to { $likely } places.
   *[some] Usually some leave: then your rank is { $expected } with up to { $likely } places.
}
offer-why-low = Why “low”: there is a place only if those above you leave for other priorities{ $quotas ->
    [some] {" "}and quota places come free
   *[none] {""}
}: then your rank is { $optimistic } with { $bound ->
    [ceiling] up to { $best }
   *[exact] { $best }
} places.
offer-why-very-low = Why “very low”: even if those above you leave for other priorities, your rank is { $optimistic } with { $bound ->
    [ceiling] up to { $best }
   *[exact] { $best }
} places.

offer-data-growing = <i>Data as of { $moment }. Lists are still growing: your rank will change.</i>
offer-data-closed = <i>Data as of { $moment }. Applications are closed.</i>
offer-data-modelled = <i>Demonstration data: { $parts } modelled.</i>
offer-modelled-applicants = applications
offer-modelled-places = places
offer-modelled-history = the earlier cut-off

offer-not-found =
    🔍 <b>Offer { $offerId } is not in the database</b>
    Check that the whole link was copied. New offers appear when the database is updated.
offer-not-found-in-year =
    🔍 <b>Offer { $offerId } of { $year } is not in the database</b>
    Check that the whole link was copied. New offers appear when the database is updated.
offer-invalid-year =
    📅 <b>This is an offer of { $year }</b>
    I count offers of { $years }. Numbers are new every year: find this programme among the current ones and send the new link.
offer-other-year =
    📅 <b>This is an offer of { $year }</b>
    There is no such one for { $asked } in the database: numbers are new every year.
offer-listing =
    📋 <b>This is not the page of one offer</b>
    Find your programme there and send the address of its page. It looks like this:
    <code>{ $site ->
        [edbo] vstup.edbo.gov.ua/offer/1481286/
        [osvita] vstup.osvita.ua/y2025/r14/282/1481286/
       *[abit-poisk] abit-poisk.org.ua/rate2025/direction/1481286
    }</code>
offer-foreign-site = I do not know this site. Links from vstup.edbo.gov.ua, vstup.osvita.ua and abit-poisk.org.ua will do.
offer-list = <b>Which offer to open?</b>
offer-list-missing = Not in the database: { $offerIds }

track-limit =
    <b>{ $slotsForm ->
        [one] Your only slot is
        [two] Both slots are
       *[other] All { $limit } slots are
    } taken</b>
    New: { $offer }. Which one should it replace?
toast-following = Following { $followed } of { $limit }
toast-replaced = Replaced: following { $followed } of { $limit }
toast-unfollowed = No longer following

button-follow = Follow
button-unfollow = Unfollow
button-site = On the site
button-back-to-list = ‹ To the list
button-keep = Keep as is
button-open-year = Open for { $year }
button-search-official = Search vstup.edbo.gov.ua
button-add-own-grades = Add my own grades
button-my-priority = Score for priority { $priority ->
    [first] 1–2
   *[later] 3 and later
}
