package dev.readback.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the workspace tells a model about the person and their machines, cut to a length: short files whole, long ones in part. */
final class Knowledge {

    private static final List<String> FILES = List.of("USER.md", "TOOLS.md", Facts.FILE, "AGENTS.md", "SOUL.md");
    private static final String CUT = "[…]";

    private final Workspace workspace;

    Knowledge(Workspace workspace) {
        this.workspace = workspace;
    }

    String text(int maxChars) {
        Map<String, String> texts = new LinkedHashMap<>();
        FILES.forEach(file -> {
            String text = read(file);
            if (!text.isEmpty()) {
                texts.put(file, "=== " + file + "\n" + text + "\n");
            }
        });
        return String.join("", shared(texts, Math.max(0, maxChars)).values());
    }

    private String read(String file) {
        try {
            return workspace.read(file).text().strip();
        } catch (MemoryFailure goneOrUnreadable) {
            return "";
        }
    }

    /** Each gets an equal share; what a short one leaves goes to the longer ones. */
    private static Map<String, String> shared(Map<String, String> texts, int room) {
        List<String> byLength = new ArrayList<>(texts.keySet());
        byLength.sort(
                Comparator.comparingInt(file -> texts.getOrDefault(file, "").length()));
        int left = room;
        int files = byLength.size();
        for (String file : byLength) {
            String cut = cut(texts.getOrDefault(file, ""), left / files--, file.equals(Facts.FILE));
            texts.put(file, cut);
            left -= cut.length();
        }
        return texts;
    }

    /** Of the facts the newest stand last, and are kept. */
    private static String cut(String text, int room, boolean keepEnd) {
        if (text.length() <= room) {
            return text;
        }
        int heading = text.indexOf('\n') + 1;
        int kept = room - heading - CUT.length() - 2;
        if (kept <= 0) {
            return "";
        }
        String body = text.substring(heading);
        String part = keepEnd
                ? CUT + "\n" + whole(body, body.length() - kept, body.length())
                : whole(body, 0, kept) + "\n" + CUT;
        return text.substring(0, heading) + part + (keepEnd ? "" : "\n");
    }

    /** A cut never falls between the two halves of a character. */
    private static String whole(String text, int from, int to) {
        int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        int end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        return text.substring(start, end);
    }
}
