package dev.readback.voice.personaplex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom to trust where a server's certificate is signed by nobody known. */
public final class Trust {

    private Trust() {}

    /**
     * Trusts the certificates of a PEM file, and nobody else.
     *
     * @throws UntrustedFile when it cannot be read or holds none
     */
    public static SSLContext pem(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            if (number == 0) {
                throw new UntrustedFile(file, new IOException("no certificate in it"));
            }
            return context(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new UntrustedFile(file, e);
        }
    }

    /**
     * Trusts those in a trust store (PKCS#12 or JKS), and nobody else.
     *
     * @throws UntrustedFile when it cannot be read
     */
    public static SSLContext store(Path file, char[] password) {
        try {
            return context(KeyStore.getInstance(file.toFile(), password));
        } catch (IOException | GeneralSecurityException e) {
            throw new UntrustedFile(file, e);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
