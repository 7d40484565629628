# Subjects of the national test, in the cases the texts need.

subject-name = { $subject ->
    [ukr] Українська мова
    [math] Математика
    [hist] Історія України
    [lit] Українська література
    [foreign] Іноземна мова
    [bio] Біологія
    [geo] Географія
    [phys] Фізика
   *[chem] Хімія
}
# For buttons in pairs: 15 characters at most.
subject-label = { $subject ->
    [lit] Укр. література
   *[other] { subject-name }
}
subject-short = { $subject ->
    [ukr] українська мова
    [math] математика
    [hist] історія
    [lit] українська література
    [foreign] іноземна мова
    [bio] біологія
    [geo] географія
    [phys] фізика
   *[chem] хімія
}
grade-not-passed = не складено
