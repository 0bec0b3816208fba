package dev.readback.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges database clients by the statements they are given. */
final class SqlClients implements Special {

    private static final Pattern LOOKS = Pattern.compile(
            "(?is)\\s*(show|describe|desc|explain(?!\\s+analy[sz]e)|status|select(?!.*\\b(into|for\\s+update|pg_read|pg_ls|lo_import|lo_export|load_file|pg_sleep|load_extension|writefile|readfile|edit|fts3_tokenizer|dblink|copy|pg_terminate|pg_cancel|setval|nextval|set_config|sys_exec|sys_eval|xp_|query_to_xml|pg_reload|pg_rotate|pg_switch|pg_promote|pg_create|pg_drop|lo_|utl_|dbms_|pg_logical|pg_replication_(origin|slot)|pg_advisory|txid_|pg_notify|benchmark|sleep|get_lock|release_lock)))\\b[^;]*;?\\s*");
    private static final Pattern COMMAND = Pattern.compile(
            "(?s)\\s*\\\\?\\s*(\\\\(l|d|dt|du|di|dn|dv|df|dx|conninfo|timing)[+S]?(\\s+[\\w.*]+)?|\\.(tables|schema|databases|indexes|dbinfo|stats|version)(\\s+\\w+)?)\\s*");
    private static final Pattern DESTROYS = Pattern.compile(
            "(?is).*\\b(drop\\s+(database|table|schema|user|role|index|view|tablespace)|truncate(?:\\s+table)?|delete\\s+from|flushall|flushdb|dropdatabase|drop\\s*\\(|deletemany|remove\\s*\\()\\s*(if\\s+exists\\s+)?[`\"]?([\\w.-]*)?.*");
    private static final Pattern ESCAPES = Pattern.compile(
            "(?is).*(\\\\!|\\bsystem\\s|\\.shell|\\.system|\\.load|\\.output|\\.once|\\.excel|\\.import|\\.read|\\.save|\\.backup|\\.open|\\.log|copy\\s.*\\b(program|to|from)\\b|into\\s+(outfile|dumpfile)|load_file|load_extension"
                    + "|\\\\o\\b|\\\\g\\s*\\||\\\\copy|\\\\w\\b|xp_cmdshell|sys_exec|sys_eval|pg_read_file|lo_export|lo_import|writefile|edit\\(|create\\s+function.*language\\s+c|load\\s+data|config\\s+set|module\\s+load|slaveof|replicaof|eval\\s|script\\s|debug\\s).*");
    private static final List<String> STATEMENT_FLAGS =
            List.of("-e", "--execute", "-c", "--command", "--eval", "-Q", "-cmd", "--query", "-q", "--statement");

    private final Judge judge;
    private final SchemaJudge data;

    SqlClients(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<String> statements = statements(schema, invocation);
        boolean secrets = invocation.texts().stream()
                .anyMatch(
                        text -> text.matches("(?is).*(mysql\\.user|pg_shadow|pg_authid|authentication_string|passw).*")
                                && !text.startsWith("-p"));
        Schema flagsOnly = schema;
        int before = invocation.scope().rulings().size();
        if (schema.verdict() != Verdict.ALLOW) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        } else {
            data.byData(flagsOnly, invocation);
        }
        if (statements.isEmpty() && invocation.scope().rulings().size() == before && !listsOnly(invocation)) {
            invocation.rule(
                    Ruling.confirm("It opens " + schema.name() + ", and I cannot tell what it would do there."));
        }
        for (String statement : statements) {
            statement(statement, secrets, invocation);
        }
        if (invocation.scope().rulings().size() > before) {
            judge.danger().check(invocation, false);
        }
    }

    private static boolean listsOnly(Invocation invocation) {
        return invocation.texts().stream().anyMatch(text -> text.equals("-l") || text.equals("--list"))
                && invocation.program().equals("psql");
    }

    private static List<String> statements(Schema schema, Invocation invocation) {
        List<String> found = new ArrayList<>();
        List<String> texts = invocation.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int equals = text.indexOf('=');
            if (STATEMENT_FLAGS.contains(text) && i + 1 < texts.size()) {
                found.add(texts.get(i + 1));
            } else if (equals > 0 && STATEMENT_FLAGS.contains(text.substring(0, equals))) {
                found.add(text.substring(equals + 1));
            } else if (text.matches("(?s)-[ec]\\S.*") && !text.startsWith("--")) {
                found.add(text.substring(2));
            } else if (schema.name().startsWith("sqlite")
                    && !text.startsWith("-")
                    && i > 0
                    && !STATEMENT_FLAGS.contains(texts.get(i - 1))
                    && firstPositional(texts) < i) {
                found.add(text);
            }
        }
        if (invocation.feed().is(Feed.Kind.TEXT)) {
            found.add(invocation.feed().text());
        } else if (!invocation.feed().is(Feed.Kind.NONE)) {
            found.add("(what is read from a file or another command)");
        }
        return found;
    }

    private static int firstPositional(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).startsWith("-")) {
                return i;
            }
        }
        return texts.size();
    }

    private static void statement(String statement, boolean secrets, Invocation invocation) {
        boolean words = invocation.words().stream().allMatch(Word::known);
        if (ESCAPES.matcher(statement).matches()) {
            invocation.rule(Ruling.confirm("The statement reaches out of the database."));
            if (statement.matches(
                    "(?is).*(\\\\!|\\.shell|\\.system|\\bsystem\\s|\\.load|program|load_extension|/etc/|outfile|dumpfile|module\\s+load|xp_cmdshell).*")) {
                invocation.rule(Ruling.never("The statement makes the database run a program or write a file."));
            }
            return;
        }
        Matcher destroys = DESTROYS.matcher(statement);
        if (destroys.matches()) {
            String name =
                    destroys.group(4) == null || destroys.group(4).isEmpty() ? invocation.program() : destroys.group(4);
            invocation.rule(Ruling.repeat("It would delete data for good: " + Reasons.clean(statement) + ".", name));
        } else if (secrets) {
            invocation.rule(Ruling.confirm("It would show how people log in to the database."));
        } else if (!words
                || !(LOOKS.matcher(statement).matches()
                        || COMMAND.matcher(statement).matches())
                || (statement.contains("\\") && !COMMAND.matcher(statement).matches())) {
            invocation.rule(Ruling.confirm("It would run this in the database: " + Reasons.clean(statement) + "."));
        }
    }
}
