package dev.readback.say;

import static dev.readback.say.Outputs.SAYER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileOutputTest {

    private static final int MEBIBYTE = 1 << 20;

    private static String filled(String part) {
        return part.repeat(MEBIBYTE / part.length());
    }

    private static List<String> outputs() {
        Random random = new Random(3);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < MEBIBYTE) {
            noise.append(" \n\tAb9:%.-/[]()'\"=$".charAt(random.nextInt(19)));
        }
        return List.of(
                noise.toString(),
                filled("x"),
                filled(" "),
                filled("/ "),
                filled("'/a "),
                filled("1 "),
                filled("LISTEN 0 "),
                filled("2026-03-03T14:00:00 a "),
                filled("error in / "),
                filled("Active: x ("),
                filled("a:1:b:c:\n"),
                filled("mysql curl redis-cli "),
                filled("\u001B[1;1"),
                filled("cron.service loaded\n"),
                filled("Images 1 1 1B 1B\n"));
    }

    @Test
    @Timeout(60)
    void a_mebibyte_of_anything_is_spoken_of_in_no_time() {
        List<String> said = new ArrayList<>();
        for (String output : outputs()) {
            for (String intent : List.of(
                    "disk.usage",
                    "memory.usage",
                    "service.status",
                    "service.list",
                    "docker.ps",
                    "docker.stats",
                    "docker.df",
                    "net.listening",
                    "log.service",
                    "log.errors",
                    "system.uptime",
                    "user.last",
                    "user.id",
                    "package.updates",
                    "schedule.cron",
                    "k8s.pods",
                    "x")) {
                CommandResult result = Outputs.of(intent, "x", Map.of("service", "x"), said.size() % 2, output);
                said.add(SAYER.result(result));
            }
        }
        assertThat(said).allMatch(text -> !text.isBlank() && Speech.words(text) < 85);
    }
}
