package dev.readback.gate;

import java.util.regex.Pattern;

/** Recognises searches for files whose very names say that they hold secrets. */
final class SecretNames {

    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(id_rsa|id_dsa|id_ecdsa|id_ed25519|shadow|\\.pem\\b|\\.key\\b|\\.env\\b|\\.netrc|\\.pgpass|\\.aws|credential|secret|passw(or)?d\\*|\\.kdbx|\\.p12|\\.pfx|\\.ppk"
                    + "|keytab|\\.gnupg|\\.kube|kubeconfig|_history|token|\\.ssh\\b|\\.git-credentials|wallet).*",
            Pattern.DOTALL);

    private SecretNames() {}

    /** Whether a text, such as the words of a {@code find}, is after files that hold secrets. */
    static boolean meant(String text, Paths paths) {
        return NAMES.matcher(text).matches() || Paths.embedded(text).stream().anyMatch(paths::isSecret);
    }
}
