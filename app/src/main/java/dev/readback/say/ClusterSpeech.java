package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads kubectl get, and git status. */
final class ClusterSpeech {

    private static final int MOST = 3;

    private ClusterSpeech() {}

    static Speaker pods() {
        return result -> {
            List<List<String>> rows = table(result);
            List<String> wrong = new ArrayList<>();
            int first = result.output().startsWith("NAMESPACE") ? 1 : 0;
            for (List<String> row : rows) {
                if (row.size() > first + 2 && !isWell(row.get(first + 1), row.get(first + 2))) {
                    wrong.add(row.get(first) + " is " + state(row.get(first + 1), row.get(first + 2)));
                }
            }
            return told(rows.size(), "pod", wrong);
        };
    }

    private static boolean isWell(String ready, String status) {
        int slash = ready.indexOf('/');
        boolean all = slash > 0 && ready.substring(0, slash).equals(ready.substring(slash + 1));
        return status.equals("Completed") || (status.equals("Running") && all);
    }

    private static String state(String ready, String status) {
        return status.equals("Running")
                ? "running but not ready, " + ready.replace("/", " of ")
                : "in " + spaced(status);
    }

    /** "crash loop back off" of {@code CrashLoopBackOff}. */
    private static String spaced(String status) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < status.length(); i++) {
            char c = status.charAt(i);
            boolean begins = Character.isUpperCase(c)
                    && !words.isEmpty()
                    && Character.isLowerCase(words.charAt(words.length() - 1));
            words.append(begins ? " " : "").append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    static Speaker nodes() {
        return result -> {
            List<List<String>> rows = table(result);
            List<String> wrong = rows.stream()
                    .filter(row -> row.size() > 1 && !row.get(1).equals("Ready"))
                    .map(row -> row.getFirst() + " is "
                            + spaced(row.get(1))
                                    .replace(",", ", but ")
                                    .replace("scheduling disabled", "closed to new pods"))
                    .toList();
            return told(rows.size(), "node", wrong);
        };
    }

    private static List<List<String>> table(CommandResult result) {
        return Text.rows(result.output()).stream().skip(1).toList();
    }

    private static Optional<Answer> told(int all, String noun, List<String> wrong) {
        String there = Text.withoutEnd(Text.thereAre(all, noun), ".");
        if (all == 0) {
            return Optional.of(Answer.whole(there + "."));
        }
        return Optional.of(
                wrong.isEmpty()
                        ? Answer.of(all == 1 ? there + ", and it is well." : there + ", and all are well.")
                        : Answer.of(there + ", and " + wrong.size() + (wrong.size() == 1 ? " is" : " are")
                                        + " not well: " + Text.list(wrong, MOST) + ".")
                                .items(wrong, MOST));
    }

    /** {@code git status --short --branch}. */
    static Speaker git() {
        return result -> {
            List<String> lines =
                    result.output().lines().filter(line -> !line.isBlank()).toList();
            if (lines.isEmpty() || !lines.getFirst().startsWith("## ")) {
                return Optional.empty();
            }
            String branch = Text.before(Text.before(lines.getFirst().substring(3), "..."), " [");
            List<String> changed = lines.stream()
                    .skip(1)
                    .map(line -> line.length() > 3 ? line.substring(3) : line)
                    .toList();
            String state = changed.isEmpty()
                    ? "nothing is changed"
                    : Text.counted(changed.size(), "file") + Text.isOrAre(changed.size()) + " changed: "
                            + Text.list(changed, MOST);
            return Optional.of(
                    Answer.of("On the branch " + branch + ", " + state + ".").items(changed, MOST));
        };
    }
}
