package dev.readback.settings;

import dev.readback.failure.Failure;

/** A setting that cannot be understood. One line: which variable, what it held, what it takes. */
public final class SettingFailure extends Failure {

    private SettingFailure(String sentence) {
        super("wrong_setting", sentence);
    }

    /** Also for what only the root can tell to be wrong. */
    public static SettingFailure wrong(String name, String held, String takes) {
        return new SettingFailure(name + " is \"" + held + "\"; it takes " + takes + ".");
    }

    /** For secrets, whose value is never shown. */
    static SettingFailure wrongSecret(String name, String takes) {
        return new SettingFailure(name + " cannot be used; it takes " + takes + ".");
    }

    static SettingFailure missing(String name, String other) {
        return new SettingFailure(name + " is not set; it is needed with " + other + ".");
    }

    static SettingFailure unknown(String name, String where, String suggestion) {
        return new SettingFailure(name + " in " + where + " is not a setting" + suggestion);
    }

    static SettingFailure line(String where, int number, String content) {
        return new SettingFailure(
                where + " line " + number + " is \"" + content + "\"; it takes NAME=value, or # and a remark.");
    }
}
