package dev.readback.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedTest {

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @Test
    void it_is_made_once_for_the_names_of_this_machine_and_kept_for_the_owner_alone() throws Exception {
        TlsIdentity made = SelfSigned.in(folder, Optional.of("readback.example.org"), now);
        X509Certificate certificate = made.certificate();
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "readback.example.org");
        assertThat(Duration.between(now, certificate.getNotAfter().toInstant()).toDays())
                .isBetween(395L, 398L);
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName() + " " + mode(file)))
                    .containsExactlyInAnyOrder("tls.pem rw-------", "tls-key.pem rw-------");
        }
        assertThat(SelfSigned.in(folder, Optional.of("readback.example.org"), now)
                        .fingerprint())
                .isEqualTo(made.fingerprint());
    }

    @Test
    void a_new_one_is_made_before_it_ends_and_for_a_new_public_name_and_when_it_is_damaged() throws Exception {
        String first = SelfSigned.in(folder, Optional.empty(), now).fingerprint();
        assertThat(SelfSigned.in(folder, Optional.empty(), now.plus(Duration.ofDays(360)))
                        .fingerprint())
                .isEqualTo(first);
        String second = SelfSigned.in(folder, Optional.empty(), now.plus(Duration.ofDays(370)))
                .fingerprint();
        assertThat(second).isNotEqualTo(first);
        String third =
                SelfSigned.in(folder, Optional.of("other.example.org"), now).fingerprint();
        assertThat(third).isNotEqualTo(second);
        Files.writeString(folder.resolve("tls.pem"), "nothing of the kind");
        assertThat(SelfSigned.in(folder, Optional.empty(), now).fingerprint()).isNotEqualTo(third);
    }

    @Test
    void what_is_wrong_with_files_of_ones_own_is_said_with_the_file() throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        TlsIdentity made = SelfSigned.in(one, Optional.empty(), now);
        SelfSigned.in(other, Optional.empty(), now);
        assertThat(PemFiles.read(one.resolve("tls.pem"), one.resolve("tls-key.pem"))
                        .fingerprint())
                .isEqualTo(made.fingerprint());
        assertThatThrownBy(() -> PemFiles.read(one.resolve("tls.pem"), other.resolve("tls-key.pem")))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() -> PemFiles.read(one.resolve("tls-key.pem"), one.resolve("tls-key.pem")))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("READBACK_TLS");
        assertThatThrownBy(() -> PemFiles.read(one.resolve("tls.pem"), one.resolve("tls.pem")))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> PemFiles.read(one.resolve("gone.pem"), one.resolve("tls-key.pem")))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("gone.pem");
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
