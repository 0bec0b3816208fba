package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.named;
import static dev.readback.say.Known.plain;

import java.util.List;

/** What the clients of PostgreSQL, MySQL and Redis say when they fail. */
final class DatabaseFailures {

    static final List<Known> ALL = List.of(
            plain(
                    "on socket \"[^\"]{1,200}\\.PGSQL\\.\\d{1,5}\" failed: No such file|Is the server running locally",
                    "PostgreSQL is not running on this machine."),
            plain(
                    "Can't connect to local (?:MySQL|MariaDB|server)[^\n]{0,200}socket|Can't connect to local server through socket",
                    "The database server is not running on this machine."),
            known(
                    "Could not connect to Redis at (\\S{1,200}?): Connection refused",
                    (found, told) -> "Redis is not running at " + named(found) + "."),
            plain("NOAUTH Authentication required|WRONGPASS", "Redis wants a password, which I do not have."),
            plain("LOADING Redis is loading", "Redis is still loading its data. Try again in a while."),
            known(
                    "(?:password|Peer|Ident) authentication failed for user \"([^\"]{1,64})\"|Access denied for user '([^'@\\s]{1,64})'",
                    (found, told) -> "The database does not let " + named(found) + " in."),
            plain("no password supplied", "The database wants a password, which I do not have."),
            known(
                    "role \"([^\"]{1,64})\" does not exist",
                    (found, told) -> "The database knows no user called " + named(found) + "."),
            known(
                    "database \"([^\"]{1,64})\" does not exist|Unknown database '([^'\\s]{1,64})'",
                    (found, told) -> "There is no database called " + named(found) + "."),
            known(
                    "relation \"([^\"]{1,128})\" does not exist|Table '([^']{1,128})' doesn't exist",
                    (found, told) -> "There is no table called " + named(found) + "."),
            known(
                    "permission denied for (\\w{1,20}) (\\S{1,128})",
                    (found, told) ->
                            "The database does not allow me the " + found.group(1) + " " + found.group(2) + "."),
            plain(
                    "the database system is (?:starting up|shutting down|in recovery)",
                    "The database is starting or stopping. Try again in a while."),
            plain(
                    "too many clients already|Too many connections|remaining connection slots",
                    "The database has no connection left."),
            plain(
                    "You have an error in your SQL syntax|ERROR:  syntax error at",
                    "The database does not understand that statement."));

    private DatabaseFailures() {}
}
