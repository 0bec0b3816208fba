package dev.readback.question;

/** Our own question, heard by our own microphone. */
final class Echo {

    private static final int TELLING = 3;
    private static final int TELLING_WHILE_WE_SPEAK = 2;

    private Echo() {}

    /** Whether the words are a run of the question's own, long enough to be no coincidence, or the whole of it. */
    static boolean of(Question question, Utterance utterance, Words words) {
        Words ours = Words.of(question.text());
        int telling = utterance.overOurs() ? TELLING_WHILE_WE_SPEAK : TELLING;
        return ours.contains(words.list()) && (words.size() >= telling || words.size() == ours.size());
    }
}
