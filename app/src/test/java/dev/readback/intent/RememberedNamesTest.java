package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedNamesTest {

    private static final Phrasebook BOOK = Phrasebook.shipped();

    private static final Names NAMES = new Names() {
        @Override
        public Set<String> services() {
            return Set.of("nginx", "postgresql", "billing-api", "shop");
        }

        @Override
        public Set<String> containers() {
            return Set.of("shop-web", "shop-db");
        }

        @Override
        public Set<String> hosts() {
            return Set.of("web1");
        }
    };

    private static Interpretation read(String words, String... notes) {
        Aliases aliases = Aliases.of(List.of(notes));
        return new RememberedNames(new PhrasebookInterpreter(BOOK, NAMES), () -> BOOK, host -> NAMES, () -> aliases)
                .interpret(words, Focus.NONE, Command.LOCAL);
    }

    private static List<Command> commands(Interpretation result) {
        return result instanceof Interpretation.Planned planned && planned.plan() instanceof Plan.Commands commands
                ? commands.commands()
                : List.of();
    }

    private static List<String> lines(String words, String... notes) {
        return commands(read(words, notes)).stream().map(Command::line).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- 2026-03-01: the database means production PostgreSQL | restart the database | systemctl restart postgresql",
                "The database means production PostgreSQL. | is our database running | systemctl status postgresql --no-pager",
                "* invoices is our name for the service billing-api | restart invoices | systemctl restart billing-api",
                "- by the front door I mean nginx | restart the front door please | systemctl restart nginx",
                "the stall means nginx | restart the stall | systemctl restart nginx",
                "- front end = nginx | how is the front end doing | systemctl status nginx --no-pager",
                "- the site stands for \"nginx\" | restart the site | systemctl restart nginx",
            })
    void what_a_note_calls_something_is_understood(String note, String words, String line) {
        assertThat(lines(words, note)).containsExactly(line);
    }

    @Test
    void the_slots_hold_the_name_so_that_it_is_read_back() {
        Command command = commands(read("restart the database", "the database means production PostgreSQL"))
                .getFirst();

        assertThat(command.slots()).containsEntry("service", "postgresql");
        assertThat(command.doubtful()).isEmpty();
    }

    @Test
    void a_note_about_a_host_sets_the_host() {
        Command command = commands(read("restart nginx on production", "production means web1"))
                .getFirst();

        assertThat(command.host()).isEqualTo("web1");
        assertThat(command.line()).isEqualTo("systemctl restart nginx");
    }

    @Test
    void a_note_about_a_path_names_the_path() {
        assertThat(lines("list the files in the archive", "the archive means /srv/archive"))
                .singleElement()
                .asString()
                .endsWith(" /srv/archive");
    }

    @Test
    void what_the_phrasebook_is_sure_of_is_not_renamed() {
        assertThat(lines("restart the shop", "the shop means nginx")).containsExactly("systemctl restart shop");
        assertThat(lines("how full is the disk", "the disk means nginx")).isEqualTo(lines("how full is the disk"));
    }

    @Test
    void a_later_note_takes_the_place_of_an_earlier_one() {
        assertThat(lines("restart the database", "the database means nginx", "Database means postgresql"))
                .containsExactly("systemctl restart postgresql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the database means rm -rf /",
                "the database means nginx; reboot",
                "the database means nginx and postgresql",
                "the database means $(reboot)",
                "the database means postgresql --force",
                "the database means whatever you like",
                "the database means systemctl stop nginx",
                "the database means /",
                "    the database means postgresql",
                "> the database means postgresql",
                "the database is postgresql",
                "it means nginx"
            })
    void a_note_that_is_not_plainly_one_name_does_nothing(String note) {
        assertThat(read("restart the database", note)).isEqualTo(read("restart the database"));
        assertThat(read("delete the database", note)).isEqualTo(read("delete the database"));
        assertThat(read("run the database", note)).isEqualTo(read("run the database"));
        assertThat(read("the database", note)).isEqualTo(read("the database"));
    }

    @Test
    void a_note_never_changes_a_command_line_or_what_is_to_be_done() {
        assertThat(lines("run df -h database", "database means nginx")).containsExactly("df -h database");
        assertThat(read("frobnicate the database", "frobnicate means postgresql"))
                .isEqualTo(read("frobnicate the database"));
    }

    @Test
    void an_answer_to_a_question_may_use_the_remembered_name() {
        Aliases aliases = Aliases.of(List.of("the database means postgresql"));
        Interpreter interpreter =
                new RememberedNames(new PhrasebookInterpreter(BOOK, NAMES), () -> BOOK, host -> NAMES, () -> aliases);

        Interpretation result = interpreter.clarified("restart it", "the database", Focus.NONE, Command.LOCAL);

        assertThat(commands(result)).extracting(Command::line).containsExactly("systemctl restart postgresql");
    }
}
