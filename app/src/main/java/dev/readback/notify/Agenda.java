package dev.readback.notify;

import dev.readback.execution.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided.
 *
 * @param send the messages to go now, each the notices it tells, the first one leading
 * @param never what is not told at all
 * @param next when to look again at the rest
 */
record Agenda(List<List<Notice>> send, List<Notice> never, Optional<Instant> next) {}
