package dev.readback.agent.openclaw.wire;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who we are to Gateways on other hosts: an Ed25519 key, made when first needed, and the token each Gateway gave it. Both are files of
 * mode 0600 in a folder of mode 0700. Thread-safe.
 */
public final class DeviceIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceIdentity.class);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int RAW_KEY = 32;

    private final SecretFile key;
    private final SecretFile tokens;
    private Optional<Known> known = Optional.empty();

    /** The identity in a folder, which need not exist. */
    public DeviceIdentity(Path folder) {
        this.key = new SecretFile(folder.resolve("device.json"));
        this.tokens = new SecretFile(folder.resolve("device-tokens.json"));
    }

    /** The SHA-256 of the public key, in hex. */
    public String id() {
        return HexFormat.of().formatHex(digest(known().raw()));
    }

    /** The public key, 32 bytes in base64url. */
    public String publicKey() {
        return URL.encodeToString(known().raw());
    }

    /** Signs a text as UTF-8; base64url. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(known().secret());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The token a Gateway gave this device. */
    public synchronized Optional<String> token(String gateway) {
        return Optional.ofNullable(tokens.read().get(gateway));
    }

    /** Keeps the token a Gateway gave this device. */
    public synchronized void keep(String gateway, String token) {
        Map<String, String> all = tokens.read();
        if (!token.equals(all.put(gateway, token))) {
            tokens.write(all);
        }
    }

    /** Forgets a token that is refused. */
    public synchronized void forget(String gateway) {
        Map<String, String> all = tokens.read();
        if (all.remove(gateway) != null) {
            tokens.write(all);
        }
    }

    private synchronized Known known() {
        Known mine = known.or(this::kept).orElseGet(this::made);
        known = Optional.of(mine);
        return mine;
    }

    private Optional<Known> kept() {
        Map<String, String> read = key.read();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            byte[] secret = decoder.decode(String.valueOf(read.get("private")));
            byte[] raw = decoder.decode(String.valueOf(read.get("public")));
            return Optional.of(
                    new Known(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)), raw));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            LOG.atWarn().log("the key of this device is damaged; a new one is made, to be approved again");
            key.setAside();
            return Optional.empty();
        }
    }

    private Known made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
            Base64.Encoder encoder = Base64.getEncoder();
            key.write(Map.of(
                    "private", encoder.encodeToString(pair.getPrivate().getEncoded()),
                    "public", encoder.encodeToString(raw)));
            return new Known(pair.getPrivate(), raw);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(PrivateKey secret, byte[] raw) {}
}
