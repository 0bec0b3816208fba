package dev.readback.say.insight;

import dev.readback.say.Text;
import dev.readback.say.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much data would go, where the client answers without a password. */
final class EffectsOnDatabases {

    private static final Pattern DROP = Pattern.compile(
            "(?i)\\s*drop\\s+(?:database|schema)\\s+(?:if\\s+exists\\s+)?[\"`]?(\\w{1,63})[\"`]?\\s*(?:cascade)?\\s*;?\\s*");
    private static final Pattern KEYS = Pattern.compile("^db(\\d+):keys=(\\d{1,15}),", Pattern.MULTILINE);

    /** What leads to another server than the one a glance sees. */
    private static final Pattern OTHER_POSTGRES = Pattern.compile(
            "(?s)-[A-Za-z]*[hpU].*|--(host|port|user).*|.*(://|host(addr)?\\s*=|port\\s*=|service\\s*=).*");

    private static final Pattern OTHER_MYSQL = Pattern.compile("(?s)-[hPS].*|--(ho|po|so|prot|def|login).*");
    private static final String DATABASE = "\\w{1,63}";

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOnDatabases(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    static String postgresLine(String database) {
        return "psql -X -w -A -t -d postgres -c \"SELECT pg_database_size('" + database
                + "'), (SELECT count(*) FROM pg_stat_activity WHERE datname = '" + database + "')\"";
    }

    static String mysqlLine(String database) {
        return "mysql -N -B -e \"SELECT sum(data_length + index_length), count(*) FROM information_schema.tables WHERE table_schema = '"
                + database + "'\"";
    }

    static String redisLine(String program) {
        return program + " info keyspace";
    }

    List<String> phrases() {
        return switch (command.program()) {
            case "dropdb" ->
                elsewhere() ? List.of() : lone().map(this::postgres).orElse(List.of());
            case "psql" ->
                elsewhere()
                        ? List.of()
                        : dropped("-c", "--command").map(this::postgres).orElse(List.of());
            case "mysql", "mariadb" ->
                elsewhere()
                        ? List.of()
                        : dropped("-e", "--execute").map(this::mysql).orElse(List.of());
            case "mysqladmin" ->
                elsewhere() ? List.of() : dropOperand().map(this::mysql).orElse(List.of());
            default -> redis();
        };
    }

    private boolean elsewhere() {
        Pattern other = command.program().matches("psql|dropdb") ? OTHER_POSTGRES : OTHER_MYSQL;
        return command.texts().stream().anyMatch(text -> other.matcher(text).matches());
    }

    private Optional<String> lone() {
        List<EffectsWord> operands = command.operands();
        return operands.size() == 1
                ? Optional.of(operands.getFirst().text()).filter(name -> name.matches(DATABASE))
                : Optional.empty();
    }

    private Optional<String> dropped(String... options) {
        return command.value(options)
                .map(statement -> DROP.matcher(statement.text()))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    private Optional<String> dropOperand() {
        List<String> operands =
                command.operands().stream().map(EffectsWord::text).toList();
        return operands.size() == 2
                        && operands.getFirst().equals("drop")
                        && operands.get(1).matches(DATABASE)
                ? Optional.of(operands.get(1))
                : Optional.empty();
    }

    private List<String> postgres(String database) {
        String[] row = looks.see(postgresLine(database)).strip().split("\\|", -1);
        if (row.length != 2 || !row[0].matches("\\d{1,18}") || !row[1].matches("\\d{1,9}")) {
            return List.of();
        }
        List<String> phrases = new ArrayList<>();
        phrases.add("the database " + database + " holds " + Units.bytes(Double.parseDouble(row[0])));
        long users = Long.parseLong(row[1]);
        if (users > 0) {
            phrases.add(Text.counted(users, "connection") + (users == 1 ? " is" : " are") + " open to it");
        }
        return phrases;
    }

    private List<String> mysql(String database) {
        String[] row = looks.see(mysqlLine(database)).strip().split("\t", -1);
        return row.length == 2 && row[0].matches("\\d{1,18}") && row[1].matches("\\d{1,9}")
                ? List.of("the database " + database + " holds " + Text.counted(Long.parseLong(row[1]), "table") + ", "
                        + Units.bytes(Double.parseDouble(row[0])))
                : List.of();
    }

    private List<String> redis() {
        List<String> words = command.texts();
        boolean all = words.size() == 1 && words.getFirst().equalsIgnoreCase("flushall");
        boolean one = words.size() == 1 && words.getFirst().equalsIgnoreCase("flushdb");
        boolean chosen = words.size() == 3
                && words.getFirst().equals("-n")
                && words.get(2).equalsIgnoreCase("flushdb");
        if (!all && !one && !chosen) {
            return List.of();
        }
        String number = chosen ? words.get(1) : "0";
        Matcher row = KEYS.matcher(looks.see(redisLine(command.program())).replace("\r", ""));
        long keys = 0;
        while (row.find()) {
            keys += all || row.group(1).equals(number) ? Long.parseLong(row.group(2)) : 0;
        }
        return keys == 0 ? List.of() : List.of(keys + (keys == 1 ? " key" : " keys") + " would be deleted");
    }
}
