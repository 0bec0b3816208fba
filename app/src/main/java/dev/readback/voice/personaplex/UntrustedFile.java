package dev.readback.voice.personaplex;

import dev.readback.failure.Failure;
import java.nio.file.Path;

/** A file that should say which certificates to trust does not. */
public final class UntrustedFile extends Failure {

    UntrustedFile(Path file, Throwable cause) {
        super(
                "persona_trust_unreadable",
                "The file with the certificate of the speech model's server cannot be read: " + file.getFileName()
                        + ".",
                cause);
    }
}
