# A list in a sentence.

list-and = { $rest } and { $last }
