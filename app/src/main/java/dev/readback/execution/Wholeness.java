package dev.readback.execution;

import dev.readback.execution.Foresight.Completeness;
import dev.readback.intent.Interpretation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether words are all of a request, while somebody may still be speaking. What was understood from the first word to the last is whole, unless its last
 * words plainly want more; what lacks something is open. Wrong either way costs little: a pause that is waited for, or a look that was not needed.
 */
final class Wholeness {

    /** Nothing ends in these. */
    private static final Set<String> NEVER_LAST = Set.of(
            "the a an my your our its their his her these those of from to for with by into onto upon under than between via per"
                    .concat(" and or but nor then also plus because if unless while which whose whether")
                    .concat(" uh um er erm hmm mm mhm ah eh like called named")
                    .concat(
                            " i we they can could would should will shall let's lets i'd i'll what's who's where's how's whats")
                    .split(" "));

    /** A request may end in these, where it was understood: "what is nginx listening on", "how full the disk is". */
    private static final Set<String> SELDOM_LAST = Set.of(
            "in on at about over through without within since until before after as is are was were be been am do does did has have had"
                    .concat(
                            " how what who where when why every each any some no another other next last first biggest largest newest oldest")
                    .concat(" top most least new old only not you more less there's it's that's im i'm")
                    .split(" "));

    /** These want an object. */
    private static final Set<String> WANTS_OBJECT = Set.of(
            "restart start stop reload enable disable mask unmask show list display kill terminate remove delete erase install uninstall purge check"
                    .concat(
                            " inspect open find search grep tail cat head read tell give get print copy move rename mount unmount edit add create")
                    .concat(
                            " make set change run execute launch ping resolve look watch follow compare count describe explain rotate truncate")
                    .concat(" unzip extract download fetch block unblock allow ban unban lock unlock me")
                    .split(" "));

    /** Of these it is to be said which. */
    private static final Set<String> WANTS_NAME =
            Set.of("port", "process", "container", "service", "unit", "pid", "user", "folder", "directory", "package");

    /** A name or a path goes on after these. */
    private static final Set<String> GOES_ON = Set.of(
            "slash", "backslash", "dot", "dash", "hyphen", "underscore", "tilde", "colon", "point", "minus", "equals");

    /** What stands before a verb that begins a request, or before one more. */
    private static final Set<String> BEFORE_A_VERB = Set.of(
            "please and then to just also you can could would will ok okay so hey well actually now readback we i"
                    .split(" "));

    private static final Set<String> AFTER_ALL = Set.of("please", "thanks", "now", "today", "again", "too", "then");

    /** How many of them, but of what? */
    private static final Set<String> COUNTING =
            Set.of("last", "first", "top", "newest", "oldest", "biggest", "largest", "the", "show", "list");

    private static final Set<String> ASKING = Set.of(
            "what", "which", "who", "where", "when", "why", "how", "is", "are", "does", "do", "did", "was", "has",
            "what's", "whats");

    private static final Set<String> NUMBERS = Set.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .concat(" twenty thirty forty fifty sixty seventy eighty ninety hundred thousand")
                    .split(" "));

    private Wholeness() {}

    static Completeness of(String words, Interpretation meaning) {
        List<String> list = words(words);
        if (list.isEmpty()) {
            return Completeness.UNKNOWN;
        }
        boolean breaksOff = words.strip().matches("(?s).*(;|:|-|–|—|…|\\.\\.\\.|/)");
        boolean comma = words.strip().endsWith(",");
        return switch (meaning) {
            case Interpretation.Cancel cancel -> Completeness.WHOLE;
            case Interpretation.Planned planned -> understood(list, breaksOff);
            case Interpretation.About about -> understood(list, breaksOff);
            case Interpretation.Own own -> understood(list, breaksOff);
            case Interpretation.Answered answered -> understood(list, breaksOff);
            case Interpretation.Declined declined -> understood(list, breaksOff);
            case Interpretation.Clarify clarify ->
                clarify.offers() ? unclear(list, breaksOff || comma) : Completeness.OPEN;
            case Interpretation.NotUnderstood not -> unclear(list, breaksOff || comma);
        };
    }

    /** A recogniser puts a comma after many a sentence that is over; after all of a request it says nothing. */
    private static Completeness understood(List<String> words, boolean breaksOff) {
        boolean seldom = SELDOM_LAST.contains(words.getLast()) && !endsWell(words);
        if (seldom || wantsMore(words)) {
            return Completeness.OPEN;
        }
        return breaksOff ? Completeness.UNKNOWN : Completeness.WHOLE;
    }

    private static Completeness unclear(List<String> words, boolean breaksOff) {
        String last = words.getLast();
        boolean begun = words.size() <= 2 && ASKING.contains(words.getFirst());
        boolean open =
                breaksOff || begun || SELDOM_LAST.contains(last) || WANTS_NAME.contains(last) || wantsMore(words);
        return open ? Completeness.OPEN : Completeness.UNKNOWN;
    }

    private static boolean wantsMore(List<String> words) {
        String last = words.getLast();
        return NEVER_LAST.contains(last) || GOES_ON.contains(last) || bareVerb(words) || bareNumber(words);
    }

    /** "Logged in", "listening on", "how full the disk is", and "why" by itself. */
    private static boolean endsWell(List<String> words) {
        if (words.size() < 2) {
            return true;
        }
        String before = words.get(words.size() - 2);
        return before.endsWith("ed")
                || before.endsWith("ing")
                || before.equals("is")
                || before.equals("thank")
                || ASKING.contains(words.getFirst());
    }

    /** A verb at the end, with nothing said yet that it is done to: "restart", "and then stop"; not "when was the last restart". */
    private static boolean bareVerb(List<String> words) {
        if (!WANTS_OBJECT.contains(words.getLast())) {
            return false;
        }
        List<String> before = words.subList(0, words.size() - 1);
        boolean begins = BEFORE_A_VERB.containsAll(before) || words.getLast().equals("me");
        return begins || (!before.isEmpty() && Set.of("to", "and", "then", "or").contains(before.getLast()));
    }

    /** "The last twenty": twenty of what? */
    private static boolean bareNumber(List<String> words) {
        if (words.size() < 2 || !number(words.getLast())) {
            return false;
        }
        List<String> before =
                words.reversed().stream().dropWhile(Wholeness::number).toList();
        return before.isEmpty() || COUNTING.contains(before.getFirst());
    }

    private static boolean number(String word) {
        return NUMBERS.contains(word) || word.matches("\\d+");
    }

    /** Its words, in small letters, without what is added out of politeness. */
    private static List<String> words(String text) {
        List<String> words = Arrays.stream(
                        text.toLowerCase(Locale.ROOT).replace('’', '\'').split("\\s+"))
                .map(word -> word.replaceAll("^[\"“(]+|[.,;:!?…\"”)]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        int end = words.size();
        while (end > 1
                && AFTER_ALL.contains(words.get(end - 1))
                && !(words.get(end - 1).equals("then") && words.get(end - 2).equals("and"))) {
            end--;
        }
        return words.subList(0, end);
    }
}
