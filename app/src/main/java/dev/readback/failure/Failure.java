package dev.readback.failure;

/** Something that went wrong and has a name. Its message is one plain sentence that may be spoken or shown as it is. */
public abstract class Failure extends RuntimeException {

    private final String code;

    /**
     * @param code stable and machine-readable, such as {@code session_not_found}
     * @param sentence plain words, no secrets
     */
    protected Failure(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    protected Failure(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The sentence. */
    public String say() {
        return String.valueOf(getMessage());
    }
}
