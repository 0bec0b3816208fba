package dev.readback.notify;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** The keys push services know us by (VAPID, RFC 8292): made once, kept as a text of two lines which is a secret. */
public final class PushKeys {

    private PushKeys() {}

    /** New keys, to be kept. */
    public static String make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder text = Base64.getEncoder();
            return text.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + text.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    static VAPIDKeyPair read(String kept) {
        List<String> lines = kept.strip().lines().toList();
        Base64.Decoder bytes = Base64.getDecoder();
        return VAPIDKeyPairs.of(
                PrivateKeySources.ofPKCS8Bytes(bytes.decode(lines.getFirst())),
                PublicKeySources.ofX509Bytes(bytes.decode(lines.getLast())));
    }
}
