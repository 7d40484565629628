# The profile: account, grades, what scores are made of besides.

profile-title = <b>Профіль</b>
profile-account = Акаунт: { $name } <i>(з’єднано)</i>
profile-no-account = Акаунт Abitly не з’єднано.
profile-link-on-site = З’єднати можна кнопкою Telegram на сайті Abitly.
profile-no-grades = Балів НМТ ще немає. Додай їх — і пропозиції показуватимуть бал, місце та шанс.
profile-average = { $of ->
    [passed] Середній бал складених
   *[all] Середній бал
} — <b>{ $average }</b>; найсильніше — { $subjects }
profile-preferences = Мій пріоритет: { $priority } · { $quota }
profile-priority = { $priority ->
    [first] 1–2
    [later] 3 і далі
   *[unknown] не вибрано
}
profile-quota = { $quota ->
    [none] квот немає
    [Q1] Квота-1
    [Q2] Квота-2
   *[unknown] квоту не вказано
}

priority-question =
    <b>З яким пріоритетом подаєш заяви?</b>

    Галузевий коефіцієнт (ГК) діє лише на пріоритетах 1 і 2. Де він є, показуватиму один бал — для твого пріоритету.
button-priority = { $priority ->
    [first] Пріоритет 1–2
    [later] Пріоритет 3 і далі
   *[unknown] Показувати обидва бали
}
quota-question =
    <b>Маєш право на квоту?</b>

    Квота-1 — особливі категорії, Квота-2 — тимчасово окуповані та прифронтові території. У пропозиціях покажу, скільки там місць за твоєю квотою.
button-quota = { $quota ->
    [Q1] Квота-1
    [Q2] Квота-2
   *[none] Квот немає
}

button-profile = Профіль
button-back-to-profile = ‹ Профіль
# Beside another button: 15 characters at most.
button-grades-and-profile = Бали та профіль
button-edit-grades = Змінити бали
button-priorities = Пріоритет
button-quotas = Квоти
toast-saved = Збережено
toast-priority = Для всіх пропозицій: пріоритет { $priority ->
    [first] 1–2
   *[later] 3 і далі
}
