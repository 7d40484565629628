# The profile: account, grades, what scores are made of besides.

profile-title = <b>Profile</b>
profile-account = Account: { $name } <i>(linked)</i>
profile-no-account = No Abitly account is linked.
profile-link-on-site = To link one, use the Telegram button on the Abitly website.
profile-no-grades = No NMT grades yet. Add them, and offers will show your score, rank and chance.
profile-average = { $of ->
    [passed] Average of those passed
   *[all] Average
}: <b>{ $average }</b>; strongest: { $subjects }
profile-preferences = My priority: { $priority } · { $quota }
profile-priority = { $priority ->
    [first] 1–2
    [later] 3 and later
   *[unknown] not chosen
}
profile-quota = { $quota ->
    [none] no quota
    [Q1] Quota 1
    [Q2] Quota 2
   *[unknown] quota not set
}

priority-question =
    <b>With which priority do you apply?</b>

    The branch multiplier (ГК) counts on priorities 1 and 2 only. Where there is one, I will show a single score: for your priority.
button-priority = { $priority ->
    [first] Priority 1–2
    [later] Priority 3 and later
   *[unknown] Show both scores
}
quota-question =
    <b>Are you entitled to a quota?</b>

    Quota 1 is for special categories, Quota 2 for temporarily occupied and front-line territories. Offers will show how many places your quota has there.
button-quota = { $quota ->
    [Q1] Quota 1
    [Q2] Quota 2
   *[none] No quota
}

button-profile = Profile
button-back-to-profile = ‹ Profile
button-grades-and-profile = Grades, profile
button-edit-grades = Change grades
button-priorities = Priority
button-quotas = Quotas
toast-saved = Saved
toast-priority = For all offers: priority { $priority ->
    [first] 1–2
   *[later] 3 and later
}
