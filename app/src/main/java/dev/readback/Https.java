package dev.readback;

import dev.readback.settings.Settings;
import dev.readback.settings.TlsChoice;
import dev.readback.web.tls.PemFiles;
import dev.readback.web.tls.SelfSigned;
import dev.readback.web.tls.TlsIdentity;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Who the server shows itself to be, as the settings say. */
final class Https {

    private Https() {}

    /** Leaves the certificate in the home, where the programs on this machine find whom to trust. */
    static Optional<TlsIdentity> identity(Settings settings, Home home, InstantSource clock) {
        Optional<TlsIdentity> identity = settings.tls().map(choice -> switch (choice) {
            case TlsChoice.SelfSigned made ->
                SelfSigned.in(home.path(), settings.publicUrl().map(URI::getHost), clock.instant());
            case TlsChoice.Files files -> PemFiles.read(files.certificate(), files.key());
        });
        identity.ifPresentOrElse(
                shown -> home.write(Readback.CERTIFICATE, PemFiles.text(shown.certificate())),
                () -> home.delete(Readback.CERTIFICATE));
        return identity;
    }
}
