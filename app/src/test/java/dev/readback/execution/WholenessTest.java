package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.intent.Asking;
import dev.readback.intent.Interpreter;
import dev.readback.intent.Names;
import dev.readback.intent.Phrasebook;
import dev.readback.intent.PhrasebookInterpreter;
import dev.readback.plan.Command;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences as a recogniser gives them while somebody is still speaking, against the shipped phrasebook. */
class WholenessTest {

    private static final Names NAMES = new Names() {
        @Override
        public Set<String> services() {
            return Set.of("nginx", "postgresql", "ssh", "cron");
        }
    };
    private static final Interpreter BOOK = new PhrasebookInterpreter(Phrasebook.shipped(), NAMES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how full is                                   | OPEN
            how full is the                               | OPEN
            how full is the disk                          | WHOLE
            How full is the disk?                         | WHOLE
            how full is the disk and                      | OPEN
            how full is the disk,                         | WHOLE
            how full is the disk please                   | WHOLE
            restart                                       | OPEN
            please restart                                | OPEN
            restart the                                   | OPEN
            restart nginx                                 | WHOLE
            restart nginx and                             | OPEN
            restart nginx and then                        | OPEN
            restart nginx and show                        | OPEN
            restart nginx and show me the                 | OPEN
            stop nginx                                    | WHOLE
            is nginx                                      | OPEN
            is nginx running                              | WHOLE
            show me                                       | OPEN
            show me the                                   | OPEN
            show me the logs of                           | OPEN
            show me the logs of nginx                     | WHOLE
            show the last                                 | OPEN
            show the last twenty                          | OPEN
            show the last 20                              | OPEN
            show the last twenty lines of                 | OPEN
            what's                                        | OPEN
            what's using                                  | OPEN
            what's using the                              | OPEN
            what's using the most                         | OPEN
            what's using the most memory                  | WHOLE
            which processes use the most                  | OPEN
            which processes use the most cpu              | WHOLE
            list the files in                             | OPEN
            list the files in slash                       | OPEN
            list the files in slash var slash             | OPEN
            list the files in my                          | OPEN
            what is listening on                          | OPEN
            what is listening on port                     | OPEN
            what is listening on port 8080                | WHOLE
            who is logged in                              | WHOLE
            who is                                        | OPEN
            how much memory is                            | WHOLE
            how much memory is free                       | WHOLE
            free up                                       | UNKNOWN
            uptime                                        | WHOLE
            how long has this machine been                | OPEN
            how long has this machine been up             | WHOLE
            what time is it                               | WHOLE
            what time is                                  | OPEN
            uh                                            | OPEN
            uh how full is uh                             | OPEN
            um                                            | OPEN
            yes                                           | WHOLE
            no                                            | WHOLE
            thank you                                     | WHOLE
            hello                                         | WHOLE
            what can you do                               | WHOLE
            never mind                                    | WHOLE
            cancel that                                   | WHOLE
            say that again                                | WHOLE
            why                                           | WHOLE
            remember that the web server is called        | OPEN
            remember that the web server is called atlas  | WHOLE
            delete                                        | OPEN
            delete the file                               | OPEN
            delete the file notes.txt                     | WHOLE
            install                                       | OPEN
            install htop                                  | WHOLE
            kill process                                  | OPEN
            kill process 4711                             | WHOLE
            show running containers                       | WHOLE
            show running                                  | UNKNOWN
            show the logs of container                    | OPEN
            ping                                          | OPEN
            which services have failed                    | WHOLE
            what is the status of                         | OPEN
            what is the status of nginx                   | WHOLE
            check whether                                 | OPEN
            can you                                       | OPEN
            could you tell me                             | OPEN
            i would like to                               | OPEN
            the quick brown fox                           | UNKNOWN
            """)
    void words_are_told_whole_from_open(String words, Foresight.Completeness completeness) {
        Asking asking = new Asking(words, Focus.NONE, Command.LOCAL, true, List.of());
        assertThat(Wholeness.of(words, BOOK.interpret(asking)))
                .as(() -> BOOK.interpret(asking).toString())
                .isEqualTo(completeness);
    }
}
