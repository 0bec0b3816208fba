package dev.readback.gate;

import java.util.List;

/** Judges {@code useradd}, {@code usermod} and their like: refused when they hand out the rights of root. */
final class Accounts implements Special {

    private final SchemaJudge data;
    private final Judge judge;

    Accounts(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        List<String> texts = invocation.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String value = text.contains("=")
                    ? text.substring(text.indexOf('=') + 1)
                    : i + 1 < texts.size() ? texts.get(i + 1) : "";
            boolean id =
                    text.matches("-[a-zA-Z]*[ug]|--uid.*|--gid.*|-ou|--ingroup|--group") && value.matches("0|root");
            boolean group = text.matches("-[a-zA-Z]*G|--groups.*|-a|--add|--append")
                    && value.matches("(.*,)?(root|shadow|disk|wheel|sudo|admin|adm|docker|lxd)(,.*)?");
            boolean home = text.matches("-d|--home.*") && value.equals("/root");
            if (id
                    || home
                    || (group
                            && (schema.name().equals("useradd")
                                    && texts.stream().anyMatch(each -> each.matches("-[a-zA-Z]*[po]|--password.*"))))) {
                invocation.rule(Ruling.never("It would make an account with the rights of root."));
            } else if (group) {
                invocation.rule(Ruling.confirm("It would give an account the right to act as root."));
            }
        }
        boolean root = !texts.isEmpty()
                && texts.getLast().equals("root")
                && texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*[pdl]|--delete|-s|--shell"));
        if (root) {
            invocation.rule(Ruling.never("It would change the account of root."));
        }
        invocation.words().stream()
                .filter(word -> !word.nested().isEmpty())
                .findFirst()
                .ifPresent(word -> judge.danger().check(invocation, true));
    }
}
