package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.conversation.Focus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasebookLoadingTest {

    private static Phrasebook load(String text) {
        return Phrasebook.load(List.of(new PhrasebookFile("mine.yaml", text)));
    }

    private static String entry(String rest) {
        return "domain: mine\nentries:\n  - id: mine.one\n" + rest.indent(4);
    }

    @Test
    void a_persons_own_file_adds_requests() {
        Phrasebook book = load(entry("""
                phrases: ['water [the] plants']
                command: /usr/local/bin/water
                """));
        Interpretation result =
                new PhrasebookInterpreter(book, Names.NONE).interpret("please water the plants", Focus.NONE, "local");
        assertThat(result).isInstanceOf(Interpretation.Planned.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phrase: [water]               | unknown key \"phrase\"; did you mean \"phrases\"?",
                "comand: x                     | unknown key \"comand\"; did you mean \"command\"?",
                "phrases: ['water {plant}']    | {plant} is not among the slots",
                "phrases: ['water (the']       | \")\" is missing",
                "phrases: ['[please]']         | a phrase needs at least one word",
                "phrases: ['<shwo> it all']    | <shwo> is no macro; did you mean \"show\"?",
                "slots: {p: servise}           | unknown slot type \"servise\"; did you mean \"service\"?",
                "slots: {p: {typ: path}}       | unknown key \"typ\"; did you mean \"type\"?",
            })
    void a_mistake_is_told_with_file_and_line(String line, String message) {
        String text = entry(
                        "command: x\n" + line.strip() + (line.startsWith("phrases") ? "" : "\nphrases: [water]") + "\n")
                .replaceFirst(line.startsWith("comand") ? "command: x\n    " : "\u0000", "");
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(PhrasebookException.class)
                .hasMessageContaining("mine.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void text_inside_quotes_of_a_command_takes_only_what_cannot_break_out() {
        assertThatThrownBy(
                        () -> load(entry("phrases: ['greet {who}']\nslots: {who: path}\ncommand: sh -c 'echo {who}'")))
                .hasMessageContaining("{who} stands inside quotes");
    }

    @Test
    void broken_yaml_and_a_taken_id_are_told() {
        assertThatThrownBy(() -> load("entries: [")).hasMessageContaining("this is not YAML");
        assertThatThrownBy(() -> load(entry("phrases: [a b]\ncommand: x").replace("mine.one", "disk.usage")))
                .hasMessageContaining("disk.usage is taken already");
        assertThatThrownBy(() -> load("entries: hello")).hasMessageContaining("here belongs a list");
    }
}
