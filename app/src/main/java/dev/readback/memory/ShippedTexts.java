package dev.readback.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts a workspace begins with, and the digests of what earlier versions shipped in their place. */
final class ShippedTexts {

    static final List<String> FILES =
            List.of("AGENTS.md", "SOUL.md", "TOOLS.md", "USER.md", "MEMORY.md", "skills/vps-admin.md");

    private static final Map<String, Set<String>> OLDER = older();

    private ShippedTexts() {}

    static byte[] text(String file) {
        try (InputStream text = ShippedTexts.class.getResourceAsStream("/workspace/" + file)) {
            if (text == null) {
                throw new IllegalStateException("resource /workspace/" + file + " is missing");
            }
            return text.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Whether a text is, byte for byte, what an earlier version shipped as this file. */
    static boolean isOlder(String file, byte[] text) {
        return OLDER.getOrDefault(file, Set.of()).contains(digest(text));
    }

    private static Map<String, Set<String>> older() {
        Map<String, Set<String>> digests = new HashMap<>();
        for (String line :
                new String(text("older"), StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split(" +", 2);
            digests.computeIfAbsent(parts[1], file -> new HashSet<>()).add(parts[0]);
        }
        return digests;
    }

    static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
