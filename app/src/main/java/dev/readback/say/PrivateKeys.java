package dev.readback.say;

/** Masks private keys in PEM form (RFC 7468, section 10); one whose end is missing is masked to the end of the text. */
final class PrivateKeys {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String KIND = "PRIVATE KEY";
    private static final int LONGEST_LABEL = 60;

    private PrivateKeys() {}

    static String mask(String text) {
        int begin = next(text, BEGIN, 0);
        if (begin < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        while (begin >= 0) {
            masked.append(text, copied, begin).append(Redaction.MASK);
            int end = next(text, END, begin);
            copied = end < 0 ? text.length() : afterLabel(text, end + END.length());
            begin = next(text, BEGIN, copied);
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** Where the next such line begins that is about a private key; -1 when there is none. */
    private static int next(String text, String start, int from) {
        for (int at = text.indexOf(start, from); at >= 0; at = text.indexOf(start, at + 1)) {
            int kind = text.indexOf(KIND, at);
            if (kind < 0) {
                return -1;
            }
            if (kind - at <= LONGEST_LABEL) {
                return at;
            }
        }
        return -1;
    }

    private static int afterLabel(String text, int from) {
        int dashes = text.indexOf("-----", from);
        return dashes < 0 ? text.length() : dashes + 5;
    }
}
