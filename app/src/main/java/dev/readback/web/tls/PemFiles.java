package dev.readback.web.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate and its key as PEM files (RFC 7468), the key unencrypted PKCS #8. */
public final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private PemFiles() {}

    /** @throws TlsFailure naming the file that is wrong */
    public static TlsIdentity read(Path certificate, Path key) {
        List<X509Certificate> chain = chain(certificate);
        TlsIdentity identity =
                new TlsIdentity(key(key, chain.getFirst().getPublicKey().getAlgorithm()), chain);
        if (!together(identity)) {
            throw new TlsFailure("The key in " + key + " does not belong to the certificate in " + certificate + ".");
        }
        return identity;
    }

    /** A certificate as PEM. */
    public static String text(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new TlsFailure("The certificate cannot be written.", e);
        }
    }

    static String keyText(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String name, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }

    private static List<X509Certificate> chain(Path file) {
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (chain.isEmpty()) {
                throw new TlsFailure("There is no certificate in " + file + " (READBACK_TLS).");
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw new TlsFailure("The certificate in " + file + " (READBACK_TLS) cannot be read; it takes PEM.", e);
        }
    }

    private static PrivateKey key(Path file, String algorithm) {
        String text = new String(bytes(file), US_ASCII);
        Matcher block = KEY.matcher(text);
        if (!block.find()) {
            String how = text.contains("ENCRYPTED")
                    ? "it is encrypted; take the password off with openssl pkcs8 -topk8 -nocrypt."
                    : "it takes PEM that begins with BEGIN PRIVATE KEY, as openssl pkcs8 -topk8 -nocrypt makes it.";
            throw new TlsFailure("The key in " + file + " (READBACK_TLS_KEY) cannot be read; " + how);
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new TlsFailure("The key in " + file + " (READBACK_TLS_KEY) does not belong to the certificate.", e);
        }
    }

    private static boolean together(TlsIdentity identity) {
        String algorithm = switch (identity.key().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            case String other -> other;
        };
        byte[] sample = {1, 2, 3};
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(identity.key());
            signing.update(sample);
            byte[] signed = signing.sign();
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(identity.certificate());
            checking.update(sample);
            return checking.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TlsFailure("The file " + file + " (READBACK_TLS) cannot be read.", e);
        }
    }
}
