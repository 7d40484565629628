# Entering NMT grades.

grades-year =
    <b>NMT grades</b>

    Which year are your results from?
grades-elective =
    <b>NMT { $nmtYear } grades</b>

    Which subject did you choose?
grades-heading = <b>NMT { $nmtYear } grades</b> · { $step } of { $of }
grades-entered = { $name } — <b>{ $grade }</b>
grades-current = ➤ <b>{ $name }</b>
grades-ask = Send a grade from 100 to 200.
grades-ask-several = Send a grade from 100 to 200. Or all the rest at once: <code>{ $sample }</code>
grades-pick =
    <b>NMT { $nmtYear } grades</b>

    Which grade to correct?
grades-saved =
    ✅ <b>NMT { $nmtYear } grades saved</b>
    { $grades }

grades-by-button = Choose with a button.
grades-out-of-range = An NMT grade is a whole number from 100 to 200, for example 187.
grades-test-points = { $value } looks like test points. I need the grade on the 100–200 scale from your NMT account.
grades-no-number = I see no number. Send, for example, 187.
grades-other-subjects = Send the numbers alone, in this order: { $subjects }.
grades-too-many = I see { $given } { $givenForm ->
    [one] number
   *[other] numbers
}, but { $left } { $leftForm ->
    [one] subject is
   *[other] subjects are
} left: { $subjects }.

my-grades = <b>My grades</b>
my-grades-year = <b>NMT { $nmtYear }</b>
my-grades-account-year = <b>NMT { $nmtYear }</b> <i>(from the account)</i>
my-grades-account-note = <i>Grades of the account are changed on the Abitly website.</i>
grades-delete-question =
    <b>Delete the NMT { $nmtYear } grades?</b>
    All grades of that year entered in the chat will go. They cannot be brought back, but entering them again takes half a minute.

button-not-passed = Not passed
button-other-elective = Another chosen subject
button-fix = Edit grades
button-fix-year = Edit { $nmtYear } grades
button-ask-delete-year = Delete { $nmtYear } grades…
button-delete-year = Delete
toast-year-deleted = NMT { $nmtYear } grades deleted
button-add-year = Add another NMT year
button-back-to-offer = ‹ To the offer

toast-nothing-saved = Nothing was saved
toast-grades-saved = Grades already saved
