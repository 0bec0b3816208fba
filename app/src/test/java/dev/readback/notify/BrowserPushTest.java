package dev.readback.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.execution.Notice;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BrowserPushTest {

    private static final byte[] AUTH = "0123456789abcdef".getBytes(UTF_8);
    private final FarEnd far = new FarEnd();
    private final Outgoing http = new Outgoing();
    private final Listed subscriptions = new Listed();
    private final String kept = PushKeys.make();
    private final KeyPair browser = pair();
    private final BrowserPush push =
            new BrowserPush(subscriptions, () -> kept, "mailto:readback@example.org", uri -> true, http);

    @AfterEach
    void close() {
        far.close();
        http.close();
    }

    @Test
    void a_browser_can_read_what_it_is_sent_and_the_push_service_knows_who_sent_it() throws Exception {
        push.add(subscription(far.at("/push/abc")));
        far.says(201, "");
        Message message = WebhookChannelTest.message(Notice.Kind.QUESTION);
        assertThat(push.channels().getFirst().deliver(message)).isInstanceOf(Receipt.Delivered.class);
        FarEnd.Call call = far.calls.getFirst();
        assertThat(call.path()).isEqualTo("/push/abc");
        assertThat(call.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(call.header("Urgency")).isEqualTo("high");
        assertThat(call.header("Ttl")).isEqualTo("7200");
        assertThat(call.header("Topic")).matches("[A-Za-z0-9_-]{1,32}");
        assertSigned(call.header("Authorization"));
        JsonNode shown = JsonMapper.shared().readTree(opened(call.body()));
        assertThat(shown.propertyNames()).containsExactly("title", "body", "url", "tag");
        assertThat(shown.get("title").stringValue()).isEqualTo("Readback asks");
        assertThat(shown.get("url").stringValue())
                .isEqualTo(message.link().orElseThrow().address().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_browser_that_left_is_forgotten(int status) {
        push.add(subscription(far.at("/push/abc")));
        far.says(status, "gone");
        assertThat(push.channels().getFirst().deliver(WebhookChannelTest.message(Notice.Kind.FAILED)))
                .isInstanceOf(Receipt.Never.class);
        assertThat(push.channels()).isEmpty();
    }

    @Test
    void a_push_service_in_trouble_is_tried_later() {
        push.add(subscription(far.at("/push/abc")));
        far.says(503, "");
        assertThat(push.channels().getFirst().deliver(WebhookChannelTest.message(Notice.Kind.FAILED)))
                .isInstanceOf(Receipt.Later.class);
        assertThat(push.channels()).hasSize(1);
    }

    @Test
    void a_key_that_is_no_point_of_the_curve_is_not_tried_again() {
        byte[] nowhere = new byte[65];
        nowhere[0] = 4;
        nowhere[1] = 1;
        push.add(new Subscription(far.at("/x"), text(nowhere), text(AUTH), Instant.EPOCH));
        assertThat(push.channels().getFirst().deliver(WebhookChannelTest.message(Notice.Kind.FAILED)))
                .isInstanceOf(Receipt.Never.class);
    }

    @Test
    void our_key_is_made_once_and_is_a_point_as_browsers_take_it() {
        assertThat(push.key()).isEqualTo(push.key());
        byte[] point = Base64.getUrlDecoder().decode(push.key());
        assertThat(point).hasSize(65).startsWith((byte) 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.org/x",
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://push.example.org:8443/x",
                "https://user@push.example.org/x",
                "https://printer.local/x",
                "file:///etc/passwd"
            })
    void what_is_no_push_service_is_refused(String endpoint) {
        BrowserPush strict = new BrowserPush(subscriptions, () -> kept, "mailto:readback@example.org", http);
        assertThatThrownBy(() -> strict.add(subscription(URI.create(endpoint))))
                .isInstanceOf(IllegalArgumentException.class);
        strict.add(subscription(URI.create("https://updates.push.services.mozilla.com/wpush/v2/gAAA")));
    }

    @Test
    void keys_that_are_none_are_named() {
        URI endpoint = URI.create("https://push.example.org/x");
        assertThatThrownBy(() -> new Subscription(endpoint, "AAAA", text(AUTH), Instant.EPOCH))
                .hasMessageContaining("p256dh");
        assertThatThrownBy(() -> new Subscription(endpoint, text(point(browser)), "AAAA", Instant.EPOCH))
                .hasMessageContaining("auth");
    }

    @Test
    void more_than_twenty_browsers_are_not_kept() {
        for (int i = 0; i < 25; i++) {
            push.add(new Subscription(far.at("/" + i), text(point(browser)), text(AUTH), Instant.EPOCH.plusSeconds(i)));
        }
        assertThat(subscriptions.all()).hasSize(20);
        push.remove(far.at("/24"));
        assertThat(subscriptions.all()).hasSize(19);
    }

    private Subscription subscription(URI endpoint) {
        return new Subscription(endpoint, text(point(browser)), text(AUTH), Instant.EPOCH);
    }

    /** RFC 8292: a token signed with our key, for the push service's origin. */
    private void assertSigned(String authorization) throws GeneralSecurityException {
        assertThat(authorization).startsWith("vapid t=").contains(", k=" + push.key());
        String token = authorization.substring("vapid t=".length(), authorization.indexOf(", k="));
        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(publicKey(Base64.getUrlDecoder().decode(push.key())));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.get("sub").stringValue()).isEqualTo("mailto:readback@example.org");
        assertThat(claims.get("aud").stringValue()).isEqualTo(far.at("").toString());
    }

    /** RFC 8291, as the browser does it. */
    private byte[] opened(byte[] body) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = new byte[16];
        in.get(salt);
        in.getInt();
        byte[] sender = new byte[in.get()];
        in.get(sender);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        byte[] info = joined("WebPush: info\0".getBytes(UTF_8), point(browser), sender);
        byte[] secret = derived(AUTH, agreement.generateSecret(), info, 32);
        byte[] key = derived(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(UTF_8), 16);
        byte[] nonce = derived(salt, secret, "Content-Encoding: nonce\0".getBytes(UTF_8), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(sealed);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return Arrays.copyOf(padded, end);
    }

    private static byte[] derived(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        byte[] one = {1};
        return Arrays.copyOf(mac(mac(salt, secret), joined(info, one)), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] point(KeyPair pair) {
        ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
        return joined(new byte[] {4}, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint where = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(where, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static final class Listed implements Subscriptions {
        private final List<Subscription> all = new ArrayList<>();

        @Override
        public void keep(Subscription subscription) {
            end(subscription.id());
            all.add(subscription);
        }

        @Override
        public void end(String id) {
            all.removeIf(it -> it.id().equals(id));
        }

        @Override
        public List<Subscription> all() {
            return List.copyOf(all);
        }
    }
}
