package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.named;
import static dev.readback.say.Known.plain;

import java.util.List;

/** What apt and dpkg say when they fail. */
final class PackageFailures {

    static final List<Known> ALL = List.of(
            known(
                    "Unable to locate package (\\S{1,128})|Package '?([^'\\s]{1,128})'? has no installation candidate|No packages found matching (\\S{1,128}?)\\.?$",
                    (found, told) -> "There is no package called " + named(found) + "."),
            known(
                    "held by process \\d{1,10} \\(([^)\\s]{1,64})\\)",
                    (found, told) ->
                            "Another package manager, " + whole(named(found)) + ", is at work. Try again in a while."),
            plain(
                    "Could not get lock[^\n]{0,200}(?:Resource temporarily unavailable|It is held|\\.$|frontend\\s*$)|dpkg frontend lock was locked|is locked by another process",
                    "Another package manager is at work. Try again in a while."),
            plain(
                    "dpkg was interrupted",
                    "An earlier installation was cut short; running dpkg --configure -a finishes it."),
            plain(
                    "unmet dependencies|held broken packages",
                    "The packages it needs do not fit together, so nothing was changed."),
            known(
                    "NO_PUBKEY|is not signed|signatures couldn't be verified|signatures were invalid",
                    (found, told) -> "A package source is not signed with a key this machine trusts."),
            plain(
                    "Release file for [^\n]{1,200} is (?:not valid yet|expired)",
                    "A package source's list is out of date by this machine's clock."),
            known(
                    "Temporary failure resolving '([^']{1,253})'|Could not resolve '([^']{1,253})'",
                    (found, told) -> "The name " + named(found)
                            + " could not be looked up, so the packages could not be fetched."),
            plain(
                    "E: Failed to fetch|E: Unable to fetch some archives",
                    "Some packages could not be fetched. Say \"refresh the package lists\" and try again."),
            known(
                    "errors were encountered while processing:\\s{1,10}(\\S{1,128})",
                    (found, told) -> "The package " + named(found) + " could not be set up."));

    private PackageFailures() {}

    /** The kernel keeps 15 characters of a process's name. */
    private static String whole(String name) {
        return name.equals("unattended-upgr") ? "unattended-upgrades" : name;
    }
}
