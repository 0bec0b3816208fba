package dev.readback.voice.personaplex;

import dev.readback.voice.Persona;

/** What can go wrong with a persona's server, each with its stable code and a sentence that may be spoken. A server itself never says. */
enum Trouble {
    NO_SUCH_HOST(
            "persona_unreachable", "The speech model's server cannot be found; its name leads nowhere.", true, true),
    NOBODY_LISTENS(
            "persona_unreachable", "The speech model's server cannot be reached; nobody listens there.", true, true),
    NO_ANSWER("persona_unreachable", "The speech model's server does not answer.", true, true),
    WRONG_ADDRESS(
            "persona_wrong_address",
            "There is a web server at the speech model's address, but it is not the speech model.",
            true,
            true),
    WANTS_TLS(
            "persona_tls",
            "The speech model's server does not answer in the clear; its address should probably begin with wss.",
            true,
            true),
    NO_TLS(
            "persona_tls",
            "The speech model's server does not speak TLS; its address should probably begin with ws.",
            true,
            true),
    NOT_TRUSTED("persona_tls", "The certificate of the speech model's server is not trusted.", false, true),
    REFUSED(
            "persona_refused",
            "The speech model refused the conversation; its voice or its prompt is not to its liking.",
            false,
            false),
    TAKEN("persona_taken", "The speech model did not begin; somebody else may be talking with it.", true, true),
    BROKE_OFF_EARLY("persona_broke_off", "The speech model broke off while it prepared itself.", true, false),
    BROKE_OFF(
            "persona_broke_off",
            "The speech model ended the conversation by itself; something in it failed.",
            true,
            false),
    TOO_LARGE("persona_broke_off", "The speech model sent more at once than it ever should.", true, false),
    LOST("persona_lost", "The connection to the speech model was lost.", true, false),
    HANGS("persona_hangs", "The speech model has stopped talking and listening; it hangs.", true, false),
    CONTEXT_FULL(
            "persona_context_full",
            "The speech model can keep no more of this conversation in mind; it has to begin anew.",
            true,
            false);

    private final String code;
    private final String say;
    private final boolean again;
    private final boolean elsewhere;

    Trouble(String code, String say, boolean again, boolean elsewhere) {
        this.code = code;
        this.say = say;
        this.again = again;
        this.elsewhere = elsewhere;
    }

    String code() {
        return code;
    }

    String say() {
        return say;
    }

    /** Whether it is the server's trouble and not the conversation's, so that another server may do. */
    boolean elsewhere() {
        return elsewhere;
    }

    Persona.News.Lost lost() {
        return new Persona.News.Lost(code, say, again);
    }
}
