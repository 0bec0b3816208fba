package dev.readback.notify;

import dev.readback.conversation.Source;
import dev.readback.execution.Notice;

/**
 * A notice with what is to be known to decide about it.
 *
 * @param present whether the person follows its session right now
 * @param open whether its question still waits; false for what is none
 * @param source by which surface the request came in
 */
record Looked(Notice notice, boolean present, boolean open, Source source) {}
