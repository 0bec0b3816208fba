package dev.readback.say;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks secrets in text before it is stored, shown or spoken. Works line by line, except that a private key's block may span lines
 * within one call. Every pattern has bounded repetition, so time grows with length only. Thread-safe.
 */
public final class Redaction {

    /** What stands in place of a secret. */
    public static final String MASK = "[redacted]";

    private static final int LONG = 4096;

    private record Rule(Pattern pattern, String replacement, List<String> hints) {}

    private static final List<Rule> RULES = List.of(
            rule("(://[^\\s:/@]{0,128}:)[^\\s/@]{1,512}@", "$1" + MASK + "@", "://"),
            rule("\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b", MASK, "AKIA", "ASIA", "ABIA", "ACCA"),
            rule("\\bgh[pousr]_[A-Za-z0-9]{20,255}", MASK, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            rule("\\bgithub_pat_[A-Za-z0-9_]{20,255}", MASK, "github_pat_"),
            rule("\\bglpat-[A-Za-z0-9_-]{16,64}", MASK, "glpat-"),
            rule("\\bxox[abeoprs]-[A-Za-z0-9-]{8,255}", MASK, "xox"),
            rule("\\bsk-[A-Za-z0-9_-]{16,255}", MASK, "sk-"),
            rule("\\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,255}", MASK, "_live_", "_test_"),
            rule("\\bAIza[A-Za-z0-9_-]{30,45}", MASK, "AIza"),
            rule("\\b(?:hf|npm)_[A-Za-z0-9]{20,100}", MASK, "hf_", "npm_"),
            rule(
                    "\\beyJ[A-Za-z0-9_-]{8," + LONG + "}\\.[A-Za-z0-9_-]{4," + LONG + "}\\.?[A-Za-z0-9_-]{0," + LONG
                            + "}",
                    MASK,
                    "eyJ"),
            rule(
                    "(?i)\\b(bearer|basic)(\\s{1,4})[A-Za-z0-9._~+/=-]{12," + LONG + "}",
                    "$1$2" + MASK,
                    "earer",
                    "asic",
                    "EARER",
                    "ASIC"),
            rule(
                    "(?i)\\b(authorization\\s{0,4}[:=]\\s{0,4})(?!bearer|basic)[^\\s\"',;]{4," + LONG + "}",
                    "$1" + MASK,
                    "uthorization",
                    "UTHORIZATION"));

    private Redaction() {}

    /** {@code text} with what looks like a secret masked; the same object when there is none. */
    public static String redact(String text) {
        String result = PrivateKeys.mask(text);
        for (Rule rule : RULES) {
            if (rule.hints().stream().anyMatch(result::contains)) {
                result = rule.pattern().matcher(result).replaceAll(rule.replacement());
            }
        }
        return AssignedSecrets.mask(result);
    }

    private static Rule rule(String regex, String replacement, String... hints) {
        return new Rule(Pattern.compile(regex), replacement.replace("[", "\\["), List.of(hints));
    }
}
