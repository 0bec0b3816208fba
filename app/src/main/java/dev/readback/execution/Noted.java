package dev.readback.execution;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;

/** Something that was said and asks for nothing. */
public record Noted(Role role, String words, Source source) {}
