# Subjects of the national test.

subject-name = { $subject ->
    [ukr] Ukrainian language
    [math] Mathematics
    [hist] History of Ukraine
    [lit] Ukrainian literature
    [foreign] Foreign language
    [bio] Biology
    [geo] Geography
    [phys] Physics
   *[chem] Chemistry
}
# For buttons in pairs: 15 characters at most.
subject-label = { $subject ->
    [ukr] Ukrainian
    [hist] History
    [lit] Ukr. literature
    [foreign] Foreign lang.
   *[other] { subject-name }
}
subject-short = { $subject ->
    [ukr] Ukrainian
    [math] mathematics
    [hist] history
    [lit] literature
    [foreign] foreign language
    [bio] biology
    [geo] geography
    [phys] physics
   *[chem] chemistry
}
grade-not-passed = not passed
