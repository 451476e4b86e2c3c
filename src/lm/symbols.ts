/**
 * Word ids every vocabulary starts with. They stand for things whose spelling the model does not learn:
 * what matters to the words beside them is only that there is a number, a code or a pause.
 */

/** A word outside the vocabulary: foreign words, rare acronyms. */
export const UNKNOWN_ID = 0
/** Start and end of a sentence, in one: `. ; : ? !`, the end of a paragraph, a list mark. */
export const BOUNDARY_ID = 1
/** Any number, date or amount of money. */
export const NUMBER_ID = 2
/** A comma. */
export const COMMA_ID = 3
/** Anything else with digits inside a word, an address of the net, a số ký hiệu. */
export const CODE_ID = 4
/** The first id that is a spelled word. */
export const FIRST_WORD_ID = 5
