package dev.readback.web.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A certificate that nobody vouches for, made by the {@code keytool} that comes with Java and kept in two files that only the owner can read. It is kept until
 * a month before its end, so that who has once looked at its fingerprint need not look again.
 */
public final class SelfSigned {

    /** Certificate and key, in the folder. */
    public static final String CERTIFICATE = "tls.pem";

    static final String KEY = "tls-key.pem";

    /** Browsers and phones take no more. */
    private static final int DAYS = 397;

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final int LONGEST_MAKING_S = 60;

    private SelfSigned() {}

    /**
     * The one that is kept, or a new one.
     *
     * @param folder readable by its owner only
     * @param publicHost a name it must be good for, beside those of this machine
     * @throws TlsFailure when none can be made
     */
    public static TlsIdentity in(Path folder, Optional<String> publicHost, Instant now) {
        return kept(folder)
                .filter(identity -> good(identity.certificate(), publicHost, now))
                .orElseGet(() -> make(folder, publicHost));
    }

    private static Optional<TlsIdentity> kept(Path folder) {
        Path certificate = folder.resolve(CERTIFICATE);
        Path key = folder.resolve(KEY);
        if (!Files.exists(certificate) || !Files.exists(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PemFiles.read(certificate, key));
        } catch (TlsFailure damaged) {
            return Optional.empty();
        }
    }

    private static boolean good(X509Certificate certificate, Optional<String> publicHost, Instant now) {
        return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE))
                && publicHost.map(host -> names(certificate).contains(host)).orElse(true);
    }

    private static Set<String> names(X509Certificate certificate) {
        Set<String> names = new LinkedHashSet<>();
        try {
            var found = certificate.getSubjectAlternativeNames();
            if (found != null) {
                found.forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException unreadable) {
            return Set.of();
        }
        return names;
    }

    private static TlsIdentity make(Path folder, Optional<String> publicHost) {
        try {
            Path place = Files.createTempDirectory(
                    folder, ".tls", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path store = place.resolve("store.p12");
            Path password = place.resolve("password");
            try {
                String secret = secret();
                Files.writeString(password, secret);
                keytool(store, password, publicHost);
                return keep(folder, read(store, secret.toCharArray()));
            } finally {
                Files.deleteIfExists(store);
                Files.deleteIfExists(password);
                Files.deleteIfExists(place);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsFailure(
                    "No certificate could be made in " + folder + "; set READBACK_TLS to one of your own.", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The password is in a file: an argument could be seen by everybody on this machine. */
    private static void keytool(Path store, Path password, Optional<String> publicHost) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "readback",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-sigalg",
                        "SHA256withECDSA",
                        "-dname",
                        "CN=Readback",
                        "-validity",
                        Integer.toString(DAYS),
                        "-ext",
                        "SAN=" + String.join(",", alternativeNames(publicHost)),
                        "-ext",
                        "KeyUsage:critical=digitalSignature",
                        "-ext",
                        "ExtendedKeyUsage=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:file",
                        password.toString())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(LONGEST_MAKING_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Set<String> alternativeNames(Optional<String> publicHost) throws SocketException {
        Set<String> names = new LinkedHashSet<>(List.of("dns:localhost", "ip:127.0.0.1", "ip:::1"));
        hostName().ifPresent(name -> names.add("dns:" + name));
        publicHost
                .map(host -> host.matches("[\\d.]+|.*:.*") ? "ip:" + host : "dns:" + host)
                .ifPresent(names::add);
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                    names.add("ip:" + address.getHostAddress());
                }
            }
        }
        return names;
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(Files.readString(Path.of("/proc/sys/kernel/hostname"))
                            .strip())
                    .filter(name -> name.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*"));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static TlsIdentity read(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        return new TlsIdentity((PrivateKey) keys.getKey("readback", password), List.of((X509Certificate)
                keys.getCertificate("readback")));
    }

    private static TlsIdentity keep(Path folder, TlsIdentity identity) throws IOException {
        write(folder.resolve(KEY), PemFiles.keyText(identity.key()));
        write(folder.resolve(CERTIFICATE), PemFiles.text(identity.certificate()));
        return identity;
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".tls",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
