package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.named;
import static dev.readback.say.Known.plain;

import java.util.List;
import java.util.regex.MatchResult;

/** What programs say when the network, a name, a port or a certificate fails them. */
final class NetworkFailures {

    static final List<Known> ALL = List.of(
            known(
                    "REMOTE HOST IDENTIFICATION HAS CHANGED",
                    (found, told) ->
                            "The key of that host has changed, so I did not connect. Unless it was set up anew, somebody may be in between."),
            plain(
                    "Host key verification failed|No \\S{1,20} host key is known",
                    "The key of that host is not known here, so I did not connect."),
            plain(
                    "Permission denied \\([^)\n]{0,80}(?:publickey|password|keyboard-interactive)|Too many authentication failures",
                    "That host does not accept my key."),
            known(
                    "bind\\(\\) to \\S{0,60}:(\\d{1,5}) failed \\(98|listen tcp\\S{0,2} \\S{0,60}:(\\d{1,5}): bind: address already in use"
                            + "|Bind for \\S{0,60}:(\\d{1,5}) failed: port is already allocated"
                            + "|could not bind to address \\S{0,60}:(\\d{1,5})|port (\\d{1,5})[^\n]{0,60}already in use"
                            + "|(?<address>Address already in use)",
                    (found, told) -> found.group("address") == null
                            ? "Port " + named(found) + " is taken already. Say \"what is using port " + named(found)
                                    + "\" to see by what."
                            : "That port is taken already."),
            known(
                    "Temporary failure in name resolution|EAI_AGAIN|connection timed out; no servers could be reached|no servers could be reached",
                    (found, told) -> "The name " + told.slot("host", "it needs")
                            + " could not be looked up: no name server answers."),
            known(
                    "Could not resolve host(?:name)?:? ([^\\s:]{1,253})|could not translate host name \"([^\"]{1,253})\"|bad address '([^']{1,253})'"
                            + "|lookup ([^\\s:]{1,253})[^\n]{0,80}: no such host|Unknown (?:MySQL server )?host '([^']{1,253})'"
                            + "|(?:^|\\s)([^\\s:]{1,253}): (?:Name or service not known|No address associated with hostname|Unknown host)"
                            + "|(?:Name or service not known|unknown host)",
                    (found, told) ->
                            "The name " + told.slot("host", named(found).equals("that") ? "it needs" : named(found))
                                    + " is not known."),
            plain("certificate has expired", "The certificate there has expired."),
            known(
                    "SSL certificate problem: ([^\n]{1,120})|certificate verify failed",
                    (found, told) -> "The certificate there is not trusted"
                            + (named(found).equals("that") ? "." : ": " + Text.sentence(named(found)))),
            known(
                    "connect to host (\\S{1,253}) port (\\d{1,5}): Connection refused|Failed to connect to (\\S{1,253}) port (\\d{1,5})[^\n]{0,80}(?:refused|Couldn't connect|Could not connect)"
                            + "|server at \"([^\"]{1,253})\"[^\n]{0,80}port (\\d{1,5}) failed: Connection refused"
                            + "|dial tcp (\\S{1,253}):(\\d{1,5}): connect: connection refused",
                    (found, told) -> "The connection was refused: nothing listens on " + place(found) + "."),
            plain("Connection refused", "The connection was refused: nothing listens there."),
            plain(
                    "Network is unreachable|No route to host|Destination Host Unreachable",
                    "The network does not reach that far."),
            plain(
                    "Connection timed out|Operation timed out|Connection reset by peer during|i/o timeout|Timeout was reached|timed out after \\d{1,9}",
                    "No answer came back in time."),
            plain(
                    "Connection reset by peer|Connection closed by|kex_exchange_identification",
                    "The other side closed the connection."),
            plain("not a git repository", "That directory is not a git repository."));

    private NetworkFailures() {}

    /** "port 22 of web1". */
    private static String place(MatchResult found) {
        for (int group = 1; group < found.groupCount(); group += 2) {
            if (found.group(group) != null) {
                return "port " + found.group(group + 1) + " of " + found.group(group);
            }
        }
        return "that port";
    }
}
