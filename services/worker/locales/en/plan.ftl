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
plan-entry-out = ⛔️ not open to you with your present grades
plan-entry-gone = { $number }. This offer is no longer in the database.
plan-past = { $past ->
    [last] last year’s cut-off
   *[older] the { $pastYear } cut-off
}
plan-though = though { $margin }
plan-remade = Your grades have changed since: you can make the plan anew.
plan-margin = { $points } above { plan-past }
plan-lacking = { $points } below { plan-past }
plan-no-history = past cut-offs are unknown
plan-why = Why this order: { $order ->
    [wishes] what you want more stands higher, and within one wish the bolder choice
   *[bold] bolder choices stand higher, safer ones lower
}.
plan-why-harmless = It does no harm: if your score is too low for the first priority, the next application is looked at as if it had been the first.
plan-why-gk = The exception is the branch multiplier (ГК) of 1.02: it counts with priorities 1 and 2 only.
plan-chosen = { $fit ->
    [all] Chosen from { $total } { $totalForm ->
        [one] offer
       *[other] offers
    }
   *[some] Of { $total } { $totalForm ->
        [one] offer
       *[other] offers
    }, { $eligible } { $eligibleForm ->
        [one] fits
       *[other] fit
    }: for the rest your score is below the minimum, or there are no coefficients
}.
plan-hint = A hint, not a promise. { $data }.
plan-caution = <i>{ plan-hint }</i>
plan-caution-left = <i>{ plan-hint } Plans left today: { $left } of { $limit }.</i>
plan-used-up = { $limitForm ->
    [one] You have used today’s plan
   *[other] You have used today’s { $limit } plans
}. The next one is possible after midnight.
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
wishes-purpose = Choose where you want to go: up to { $most } specialities, the most wanted first. The plan is based on your grades.
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
toast-plan-followed = { $room ->
    [none] No slots are left
    [some] { $added } added, no slots for { $left }
   *[enough] Following all of them
}
command-plan = admission plan
