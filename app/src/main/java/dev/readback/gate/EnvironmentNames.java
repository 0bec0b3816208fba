package dev.readback.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/** Knows environment variables that decide which program runs, or what a harmless one runs besides. */
final class EnvironmentNames {

    private static final Pattern TAKES_OVER = Pattern.compile(
            "LD_.*|DYLD_.*|BASH_ENV|ENV|PROMPT_COMMAND|PS[0-4]|SHELLOPTS|BASHOPTS|BASH_FUNC.*|GLIBC_TUNABLES|GCONV_PATH|LOCPATH|MALLOC_.*"
                    + "|PERL5.*|PERLLIB|PERL_.*|PYTHON(PATH|STARTUP|HOME|INSPECT|WARNINGS|BREAKPOINT|USERBASE|EXECUTABLE|PLATLIBDIR)|RUBYOPT|RUBYLIB|NODE_OPTIONS|NODE_PATH"
                    + "|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|LUA_.*|PHPRC|PHP_INI_SCAN_DIR|LESSOPEN|LESSCLOSE|LESSKEY.*|.*PAGER|.*EDITOR|VISUAL|.*BROWSER"
                    + "|.*_COMMAND|.*ASKPASS|RSYNC_RSH|.*_RSH|GIT_SSH.*|GIT_EXTERNAL_DIFF|GIT_EXEC_PATH|GIT_TEMPLATE_DIR|GIT_CONFIG.*|TERMINFO.*|TERMCAP|OPENSSL_.*"
                    + "|HISTFILE|HISTCONTROL|HISTIGNORE|HISTSIZE|HISTFILESIZE|HISTCMD|HISTTIMEFORMAT|TMOUT|AWKPATH|AWKLIBPATH|TAR_OPTIONS|ZDOTDIR|FPATH|CDPATH|INPUTRC");
    private static final Pattern DECIDES = Pattern.compile(
            "PATH|IFS|HOME|SHELL|GIT_.*|.*_OPTIONS|.*OPTS|SSH_.*|.*_(PROXY|proxy)|DOCKER_.*|KUBECONFIG|AWS_.*|PG.*|MYSQL_.*|TMPDIR|USER|PWD|READBACK_.*|LESS.*|SYSTEMD_.*"
                    + "|MAN.*|XDG_.*|.*HOME|.*PATH|.*RC|.*CONFIG.*|PYTHON.*|CC|CXX|LD|MAKEFLAGS|COMP_.*");
    private static final Pattern OPEN_FOLDER = Pattern.compile("(?s)(.*:)?(\\.|/tmp|/var/tmp|/dev/shm)([/:].*)?");

    private EnvironmentNames() {}

    /** Objection to giving a variable a value. */
    static Optional<Ruling> judge(String name, String value) {
        if (TAKES_OVER.matcher(name).matches()) {
            boolean usual = (name.endsWith("PAGER") && value.matches("|cat|less|more"))
                    || (name.endsWith("EDITOR") && value.matches("|true|cat|vim?|nano"));
            return Optional.of(
                    usual
                            ? Ruling.confirm("It sets " + name + ", which decides what else is run.")
                            : Ruling.never("It sets " + name
                                    + ", which can make harmless commands run something else or hide what was run."));
        }
        if (name.equals("PATH") && OPEN_FOLDER.matcher(value).matches()) {
            return Optional.of(Ruling.never("It makes programs be looked for in a folder anybody can write to."));
        }
        return DECIDES.matcher(name).matches()
                ? Optional.of(Ruling.confirm("It sets " + name + ", which decides what programs do."))
                : Optional.empty();
    }
}
