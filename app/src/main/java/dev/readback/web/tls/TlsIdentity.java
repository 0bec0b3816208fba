package dev.readback.web.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * A key and the certificate that belongs to it.
 *
 * @param chain the certificate first, then those that lead to who vouches for it
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {

    /** Never leaves this process. */
    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    public TlsIdentity {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** SHA-256 of the certificate, as browsers show it: {@code 3A:F0:…}. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new TlsFailure("The certificate cannot be read.", e);
        }
    }

    /** As a key store, opened with {@link #password}. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("readback", key, IN_MEMORY, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsFailure("The key does not go with the certificate.", e);
        }
    }

    public String password() {
        return new String(IN_MEMORY);
    }

    @Override
    public String toString() {
        return "TlsIdentity[" + certificate().getSubjectX500Principal() + "]";
    }
}
