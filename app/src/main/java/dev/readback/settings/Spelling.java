package dev.readback.settings;

import dev.readback.spelling.Nearest;
import java.util.List;

/** Notices a setting of ours that is spelled wrongly: it would otherwise be ignored in silence. */
final class Spelling {

    private Spelling() {}

    static void checkOurs(String name, String where, List<String> names) {
        if (name.startsWith("READBACK_") && !names.contains(name)) {
            throw SettingFailure.unknown(name, where, Nearest.suggestion(name, names));
        }
    }
}
