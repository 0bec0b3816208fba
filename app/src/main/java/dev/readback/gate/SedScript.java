package dev.readback.gate;

/** Reads a sed script far enough to know whether it only prints. */
final class SedScript {

    /** What a script does besides printing. */
    enum Finding {
        PRINTS,
        WRITES_FILES,
        RUNS_COMMANDS,
        UNREADABLE
    }

    private final String script;
    private int at;

    private SedScript(String script) {
        this.script = script;
    }

    static Finding read(String script) {
        return new SedScript(script).run();
    }

    private Finding run() {
        while (true) {
            skip(" \t\n;");
            if (at >= script.length()) {
                return Finding.PRINTS;
            }
            if (!address()) {
                return Finding.UNREADABLE;
            }
            Finding command = command();
            if (command != Finding.PRINTS) {
                return command;
            }
        }
    }

    private void skip(String characters) {
        while (at < script.length() && characters.indexOf(script.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean address() {
        for (int i = 0; i < 2; i++) {
            skip(" \t");
            if (at < script.length() && (script.charAt(at) == '/' || script.charAt(at) == '\\')) {
                if (script.charAt(at) == '\\') {
                    at++;
                }
                if (at >= script.length() || !delimited(script.charAt(at))) {
                    return false;
                }
                skip("IM");
            } else {
                skip("0123456789$~+");
            }
            skip(" \t");
            if (at < script.length() && script.charAt(at) == ',') {
                at++;
            } else {
                break;
            }
        }
        skip(" \t!");
        return true;
    }

    /** Moves past {@code /.../}; brackets may hold the delimiter in GNU sed only when escaped, so they end nothing. */
    private boolean delimited(char delimiter) {
        at++;
        while (at < script.length() && script.charAt(at) != delimiter) {
            if (script.charAt(at) == '\n') {
                return false;
            }
            if (script.charAt(at) == '[' && bracketHoldsDelimiter(delimiter)) {
                return false;
            }
            at += at < script.length() && script.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return at <= script.length();
    }

    /** Sed implementations differ on whether a bracket may hold the delimiter, so such a script counts as unreadable. */
    private boolean bracketHoldsDelimiter(char delimiter) {
        int first = at + 1;
        if (first < script.length() && script.charAt(first) == '^') {
            first++;
        }
        int close = script.indexOf(']', first + 1);
        int end = script.indexOf(delimiter, first);
        return close > 0 && end >= 0 && end < close && script.indexOf(delimiter, close) > 0;
    }

    private Finding command() {
        if (at >= script.length()) {
            return Finding.UNREADABLE;
        }
        char c = script.charAt(at++);
        return switch (c) {
            case '{', '}', '=', 'd', 'D', 'g', 'G', 'h', 'H', 'n', 'N', 'p', 'P', 'x', 'z', 'F' -> end();
            case 'l', 'L', 'q', 'Q' -> number();
            case 's' -> substitute();
            case 'y' -> {
                if (at >= script.length()) {
                    yield Finding.UNREADABLE;
                }
                char delimiter = script.charAt(at);
                if (!delimited(delimiter)) {
                    yield Finding.UNREADABLE;
                }
                at--;
                yield delimited(delimiter) ? end() : Finding.UNREADABLE;
            }
            case 'a', 'i', 'c' -> text();
            case 'b', 't', 'T', ':' -> label();
            case '#' -> {
                while (at < script.length() && script.charAt(at) != '\n') {
                    at++;
                }
                yield Finding.PRINTS;
            }
            case 'r', 'R' -> Finding.UNREADABLE;
            case 'w', 'W' -> Finding.WRITES_FILES;
            case 'e' -> Finding.RUNS_COMMANDS;
            default -> Finding.UNREADABLE;
        };
    }

    private Finding end() {
        skip(" \t");
        boolean ends = at >= script.length() || ";\n}#".indexOf(script.charAt(at)) >= 0 || script.charAt(at - 1) == '{';
        return ends || precededByBrace() ? Finding.PRINTS : Finding.UNREADABLE;
    }

    private boolean precededByBrace() {
        int back = at - 1;
        while (back >= 0 && (script.charAt(back) == ' ' || script.charAt(back) == '\t')) {
            back--;
        }
        return back >= 0 && (script.charAt(back) == '{' || script.charAt(back) == '}');
    }

    private Finding number() {
        skip(" \t0123456789");
        return end();
    }

    private Finding label() {
        while (at < script.length() && ";\n}".indexOf(script.charAt(at)) < 0) {
            at++;
        }
        return Finding.PRINTS;
    }

    /** Appended text runs to the end of the line; a backslash carries it on. */
    private Finding text() {
        while (at < script.length() && script.charAt(at) != '\n') {
            at += script.charAt(at) == '\\' ? 2 : 1;
        }
        return Finding.PRINTS;
    }

    private Finding substitute() {
        if (at >= script.length() || script.charAt(at) == '\\' || script.charAt(at) == '\n') {
            return Finding.UNREADABLE;
        }
        char delimiter = script.charAt(at);
        if (!delimited(delimiter)) {
            return Finding.UNREADABLE;
        }
        at--;
        if (!replacement(delimiter)) {
            return Finding.UNREADABLE;
        }
        while (at < script.length() && "gpiIMm0123456789ew".indexOf(script.charAt(at)) >= 0) {
            char flag = script.charAt(at++);
            if (flag == 'e') {
                return Finding.RUNS_COMMANDS;
            }
            if (flag == 'w') {
                return Finding.WRITES_FILES;
            }
        }
        return end();
    }

    private boolean replacement(char delimiter) {
        at++;
        while (at < script.length() && script.charAt(at) != delimiter) {
            at += script.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return at <= script.length();
    }
}
