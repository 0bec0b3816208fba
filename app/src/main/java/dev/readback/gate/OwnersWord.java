package dev.readback.gate;

import java.util.List;

/** Applies what the owner wrote in the policy file to one command. */
final class OwnersWord {

    private OwnersWord() {}

    /** @param before how many rulings there were before this command was judged */
    static void apply(Verdict word, Invocation invocation, int before) {
        List<Ruling> rulings = invocation.scope().rulings();
        switch (word) {
            case DENY -> invocation.rule(Ruling.deny("Your policy does not allow " + invocation.program() + " here."));
            case REPEAT, CONFIRM ->
                invocation.rule(Ruling.confirm("Your policy wants to be asked about " + invocation.program() + "."));
            case ALLOW -> {
                boolean plain = invocation.words().stream().allMatch(Word::literal)
                        && invocation.feed().is(Feed.Kind.NONE);
                if (plain) {
                    List<Ruling> kept = rulings.subList(before, rulings.size()).stream()
                            .filter(ruling -> ruling.hardFloor())
                            .toList();
                    rulings.subList(before, rulings.size()).clear();
                    rulings.addAll(kept);
                }
            }
        }
    }
}
