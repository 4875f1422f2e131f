package io.streamgauge.provider;

/**
 * Tells the number of a choice from a count of tokens: some local servers write 197, 198, 199 ... as the {@code index}
 * of their only choice.
 *
 * <p>How many choices were asked for is not known here, and a number cannot be taken back once its text is handed out,
 * so the first number of a stream decides. A server with several choices begins with one of the first; a server that
 * counts begins behind the tokens of the prompt, and no chat template is shorter than {@value #FIRST_COUNT} tokens. A
 * counter that begins below that is taken for choices.
 */
final class ChoiceNumbers {
    static final int FIRST_COUNT = 16;

    private enum Meaning {
        UNDECIDED,
        CHOICE,
        /** All events belong to choice 0. */
        COUNT
    }

    private Meaning meaning = Meaning.UNDECIDED;

    /** The choice that the number of an event stands for. */
    int choice(int number) {
        if (meaning == Meaning.UNDECIDED) {
            meaning = number < FIRST_COUNT ? Meaning.CHOICE : Meaning.COUNT;
        }
        return meaning == Meaning.COUNT ? 0 : number;
    }

    boolean isCounter() {
        return meaning == Meaning.COUNT;
    }

    void reset() {
        meaning = Meaning.UNDECIDED;
    }
}
