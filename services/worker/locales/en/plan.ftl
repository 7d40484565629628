# Where to apply, and in which order.

plan = 🧭 <b>Admission plan</b> · { $funding ->
    [contract] tuition-paid
   *[budget] state-funded
}
plan-no-grades =
    🧭 <b>Admission plan</b>
    Add your NMT grades and I will work out where to apply and in which order.
plan-gone = There is no plan today yet. Choose your wishes and I will make one.
plan-band = <b>{ $band ->
    [ambitious] Ambitious
    [realistic] Realistic
   *[safe] Safer
}</b>
plan-entry = { $number }. { $university }, { $programme }
plan-entry-gone = { $number }. This offer is no longer in the database.
plan-margin = { $margin } to spare
plan-lacking = { $points } short
plan-no-history = past cut-offs are unknown
plan-why = Why this order: what you want most stands higher. It does no harm: if your score is too low for the first priority, the next application is looked at as if it had been the first. The exception is the branch multiplier of 1.02: it counts with priorities 1 and 2 only. Of { $total } { $totalForm ->
    [one] offer
   *[other] offers
}, your scores admit you to { $eligible }.
plan-hint = A hint, not a promise. Data as of { $moment }.
plan-caution = <i>{ plan-hint }</i>
plan-caution-left = <i>{ plan-hint } Plans left today: { $left } of { $limit }.</i>
plan-used-up = { $limit } { $limitForm ->
    [one] plan is
   *[other] plans are
} made today; the next one — after 00:00.
plan-none = No offer meets these wishes.
plan-none-without = { $field ->
    [region] Without regions
   *[speciality] Without specialities
} there would be { $total }.
plan-none-admits = { $total } { $totalForm ->
    [one] offer meets
   *[other] offers meet
} your wishes, but your grades do not admit you there. Try other specialities or tuition-paid places.
plan-none-within-reach = { $total } { $totalForm ->
    [one] offer meets
   *[other] offers meet
} your wishes, but no chance can be told yet: the places are not announced. Add specialities or regions.

wishes-any = { $field ->
    [region] all Ukraine
   *[speciality] all specialities
}
wishes-purpose = Choose where you want to go: up to { $most } specialities, the most wanted first. The plan goes by your grades.
wishes-choose = <b>Plan: { $field ->
    [region] regions
   *[speciality] specialities, up to { $most }
}</b>

button-plan = Admission plan
button-make-plan = Make a plan
button-wish-funding = { $funding ->
    [contract] Show tuition-paid
   *[budget] Show state-funded
}
button-to-wishes = ‹ To wishes
button-other-wishes = Other wishes
button-follow-all = Follow all
button-back-to-plan = ‹ Admission plan

toast-wishes-full = { $most } specialities already
toast-plan-followed = Following { $followed } of { $of }
command-plan = admission plan
