package dev.readback.notify;

import dev.readback.execution.Notice;
import java.net.URI;

/** Makes the address a notification carries: it opens the page at exactly this question or execution, its one-time code in the fragment. */
@FunctionalInterface
public interface Links {

    URI to(Notice notice);
}
