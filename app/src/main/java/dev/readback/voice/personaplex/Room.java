package dev.readback.voice.personaplex;

/** What is left of a prompt's length while its parts are chosen, the important ones first. For one prompt. */
final class Room {

    /** Less of something would only puzzle. */
    private static final int LEAST = 16;

    private int left;

    Room(int most) {
        this.left = most;
    }

    /** A part that must be there as it is. */
    String all(String part) {
        left -= part.length() + 1;
        return part;
    }

    /** A part that is left out where it does not fit as it is. */
    String whole(String part) {
        return part.length() + 1 <= left ? all(part) : "";
    }

    /** As much of it as fits, at most so many characters, as sentences. */
    String some(String part, int most) {
        int room = Math.min(most, left - 1);
        return part.isEmpty() || room < Math.min(LEAST, part.length()) ? "" : all(ended(part, room));
    }

    /** Words of somebody, as much of them as fits, between quotation marks; the two others as they are, or nothing at all. */
    String quoted(String before, String words, int most, String after) {
        int room = Math.min(most, left - before.length() - after.length() - 4);
        if (words.isEmpty() || room < Math.min(LEAST, words.length())) {
            return "";
        }
        String cut = PromptText.cut(words, room).replaceFirst("\\.$", "");
        return all(before + " \"" + cut + "\"" + after);
    }

    private static String ended(String part, int most) {
        String cut = PromptText.cut(part, most);
        return cut.matches(".*[.!?…]['\"]?$") || cut.length() + 1 > most ? cut : cut + ".";
    }
}
