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
            rule("(://[^\\s:/@]{0,128}:)[^\\s/]{1,512}@", "$1" + MASK + "@", "://"),
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
                    "(?i)(?<![\"'\\w])(authorization\\s{0,4}[:=]\\s{0,4}(?:(?:bearer|basic|token|digest|apikey|negotiate)\\s{1,4})?)(?![\"'\\s])[^\r\n]{1,"
                            + LONG + "}",
                    "$1" + MASK,
                    "uthorization",
                    "UTHORIZATION"),
            rule(
                    "(?i)\\b(authorization[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?:(?:bearer|basic|token|digest|apikey|negotiate)\\s{1,4})?)[^\r\n\"']{1,"
                            + LONG + "}",
                    "$1" + MASK,
                    "uthorization",
                    "UTHORIZATION"),
            rule("(?i)\\b((?:set-)?cookie:\\s{0,4})[^\r\n\"']{1," + LONG + "}", "$1" + MASK, "ookie:", "OOKIE:"),
            rule("(://)[A-Za-z0-9_-]{20,255}@", "$1" + MASK + "@", "://"),
            rule("(?<=[:=\\s'\"])\\$(?:apr1|2[aby]|[1567y]|gy|argon2\\w{1,2}|sha\\d?)\\$[^:\\s'\"]{8,512}", MASK, "$"),
            rule("(:)\\{SS?HA(?:256|512)?}[A-Za-z0-9+/=]{8,200}", "$1" + MASK, "SHA"),
            rule(
                    "(?m)^(?![0-9a-fA-F:.]{1,100}(?:/\\d{1,3})?\\s*$)([^\\s:#]{1,253}:(?:\\d{1,5}|\\*):[^\\s:]{1,64}:[^\\s:]{1,64}:)\\S{1,512}$",
                    "$1" + MASK,
                    ":"),
            rule(
                    "\\b((?:mysql|mariadb)\\w{0,8}\\b[^\n]{0,200}?\\s-p)[^\\s'\"]{1,256}",
                    "$1" + MASK,
                    "mysql",
                    "mariadb"),
            rule("\\b(sshpass\\s{1,4}-p\\s{0,4})\\S{1,256}", "$1" + MASK, "sshpass"),
            rule("\\b(curl\\b[^\n]{0,200}?\\s(?:-u|--user)[\\s=]{0,4}[^\\s:]{1,64}:)\\S{1,256}", "$1" + MASK, "curl"),
            rule("\\b(redis-cli\\b[^\n]{0,200}?\\s-a\\s{1,4})\\S{1,256}", "$1" + MASK, "redis-cli"),
            rule("(?i)\\b(identified by (?:password )?')[^'\n]{1,256}", "$1" + MASK, "dentified", "DENTIFIED"),
            rule("\\b((?:requirepass|masterauth)\\s{1,8})\\S{1,512}", "$1" + MASK, "requirepass", "masterauth"),
            rule("\\b(login\\s{1,4}\\S{1,64}\\s{1,8}password\\s{1,4})\\S{1,256}", "$1" + MASK, "login"),
            rule("(hooks\\.slack\\.com/services/)[\\w/]{10,128}", "$1" + MASK, "hooks.slack"),
            rule("\\bAGE-SECRET-KEY-1[A-Z0-9]{20,80}", MASK, "AGE-SECRET"),
            rule("\\bSG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}", MASK, "SG."),
            rule("\\bdop_v1_[a-f0-9]{32,80}", MASK, "dop_v1_"),
            rule("\\bpypi-[A-Za-z0-9_-]{32,255}", MASK, "pypi-"),
            rule("\\bya29\\.[A-Za-z0-9_-]{20,512}", MASK, "ya29."),
            rule("\\bhv[sb]\\.[A-Za-z0-9_-]{20,255}", MASK, "hvs.", "hvb."));

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
