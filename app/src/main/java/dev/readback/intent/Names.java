package dev.readback.intent;

import java.util.Set;

/** What really exists on a machine, so that a misheard name can be taken for the one that was meant. Asked for each utterance: must be quick. */
public interface Names {

    /** Nothing is known: every name is taken as heard. */
    Names NONE = new Names() {};

    /** Names of services, without {@code .service}. */
    default Set<String> services() {
        return Set.of();
    }

    /** Names of containers, running or not. */
    default Set<String> containers() {
        return Set.of();
    }

    /** Names of the hosts that commands can be sent to, without this machine. */
    default Set<String> hosts() {
        return Set.of();
    }

    /** Names of user accounts. */
    default Set<String> users() {
        return Set.of();
    }

    /** Whether this absolute path is a directory; false where that is not known. */
    default boolean isDirectory(String path) {
        return false;
    }

    /** Programs that can be run by name. */
    default Set<String> programs() {
        return Set.of();
    }
}
