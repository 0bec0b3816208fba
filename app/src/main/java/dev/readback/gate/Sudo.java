package dev.readback.gate;

import java.util.List;
import java.util.Optional;

/** Judges {@code sudo} and {@code doas} by what they run, within what the policy says about them. */
final class Sudo implements Special {

    private final Judge judge;
    private final Wrappers wrappers;

    Sudo(Judge judge) {
        this.judge = judge;
        this.wrappers = new Wrappers(judge);
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        boolean interactive = scan.has("-i") || scan.has("--login") || scan.has("-s") || scan.has("--shell");
        List<Word> inner = Wrappers.inner(schema, invocation.words());
        if (interactive && inner.isEmpty()) {
            invocation.rule(Ruling.never("It starts an unrestricted shell as another user."));
            return;
        }
        if (scan.has("-e") || scan.has("--edit")) {
            inner.forEach(word -> judge.paths()
                    .changing(invocation.resolve(judge.paths(), word.text()), Paths.Act.REPLACE)
                    .ifPresent(invocation::rule));
            invocation.rule(Ruling.confirm("It opens a file in an editor with another user's rights."));
            return;
        }
        if (scan.has("-l") || scan.has("--list")) {
            return;
        }
        allowed(inner).ifPresent(invocation::rule);
        wrappers.judge(schema, invocation);
    }

    private Optional<Ruling> allowed(List<Word> inner) {
        String program = inner.isEmpty() ? "" : inner.getFirst().text();
        return judge.policy().maySudo(program.substring(program.lastIndexOf('/') + 1))
                ? Optional.empty()
                : Optional.of(Ruling.deny("Your policy does not allow sudo for " + program + "."));
    }
}
