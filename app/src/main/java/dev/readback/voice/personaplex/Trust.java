package dev.readback.voice.personaplex;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to take for a server of personas: the certificates in one file, as PEM or in a store. */
public final class Trust {

    private Trust() {}

    /**
     * Trusts the certificates of a file, and nobody else.
     *
     * @param file PEM, or a PKCS12 or JKS store whose password, if any, is {@code changeit}
     * @throws UntrustedFile for one that cannot be read, or holds none
     */
    public static SSLContext in(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<Certificate> certificates =
                    Stream.concat(pem(bytes), stored(file)).toList();
            if (!certificates.isEmpty()) {
                return trusting(certificates);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new UntrustedFile(file, e);
        }
        throw new UntrustedFile(file, new IOException("no certificate in it"));
    }

    private static Stream<Certificate> pem(byte[] bytes) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try {
            Collection<? extends Certificate> found = factory.generateCertificates(new ByteArrayInputStream(bytes));
            return found.stream().map(Certificate.class::cast);
        } catch (CertificateException none) {
            return Stream.empty();
        }
    }

    /** A PKCS12 store tells its certificates only to who has its password: the usual one, or an empty one. A JKS store tells them to anybody. */
    private static Stream<Certificate> stored(Path file) {
        return Stream.of(opened(file, "changeit".toCharArray()), opened(file, new char[0]), opened(file, null))
                .flatMap(Optional::stream)
                .flatMap(Trust::certificates)
                .distinct();
    }

    private static Optional<KeyStore> opened(Path file, char @Nullable [] password) {
        try {
            return Optional.of(KeyStore.getInstance(file.toFile(), password));
        } catch (IOException | GeneralSecurityException other) {
            return Optional.empty();
        }
    }

    private static Stream<Certificate> certificates(KeyStore store) {
        try {
            List<Certificate> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Optional.ofNullable(store.getCertificate(alias)).ifPresent(found::add);
            }
            return found.stream();
        } catch (GeneralSecurityException unreadable) {
            return Stream.empty();
        }
    }

    private static SSLContext trusting(List<Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int at = 0; at < certificates.size(); at++) {
            store.setCertificateEntry("server-" + at, certificates.get(at));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
