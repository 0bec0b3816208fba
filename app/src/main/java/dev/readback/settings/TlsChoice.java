package dev.readback.settings;

import java.nio.file.Path;

/** How HTTPS is spoken. */
public sealed interface TlsChoice {

    /** With a certificate made here, which nobody vouches for. */
    record SelfSigned() implements TlsChoice {}

    /** With one of the owner's own, as PEM files. */
    record Files(Path certificate, Path key) implements TlsChoice {}
}
