package dev.readback.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Programs that reach another machine, use keys, or work on clouds and clusters. */
final class Reaching {

    private static final Set<String> CERTIFICATE_FLAGS = Set.of(
            "-noout",
            "-text",
            "-dates",
            "-startdate",
            "-enddate",
            "-subject",
            "-issuer",
            "-serial",
            "-fingerprint",
            "-sha256",
            "-sha1",
            "-md5",
            "-hash",
            "-subject_hash",
            "-issuer_hash",
            "-email",
            "-purpose",
            "-modulus",
            "-pubkey",
            "-ocsp_uri",
            "-alias",
            "-nocert",
            "-a",
            "-v",
            "-d",
            "-e",
            "-b",
            "-o",
            "-p",
            "-f",
            "-s",
            "-tls1_2",
            "-tls1_3",
            "-r",
            "-hex",
            "-c",
            "-print_certs",
            "-verify",
            "-list",
            "-V",
            "-show_chain",
            "-partial_chain",
            "-untrusted-x");
    private static final Set<String> CERTIFICATE_VALUES = Set.of(
            "-in",
            "-inform",
            "-ext",
            "-checkend",
            "-checkhost",
            "-checkemail",
            "-checkip",
            "-nameopt",
            "-certopt",
            "-dateopt",
            "-CAfile",
            "-CApath",
            "-untrusted");
    private static final Pattern CLOUD_LOOKS = Pattern.compile(
            "describe-.*|list-.*|get-(?!.*(secret|token|password|credential|parameter|login|session|authorization)).*|ls|list|show|describe|version|head-.*");

    private final Judge judge;

    Reaching(Judge judge) {
        this.judge = judge;
    }

    void netcat(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        String all = String.join(" ", texts);
        boolean ports = invocation.program().matches("nc|ncat|netcat|cryptcat|socket|pwncat");
        boolean tests = ports && texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*z[a-zA-Z]*"));
        boolean runs = ports
                && texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*[ec]|--(sh-)?exec.*|--lua-exec.*|-[a-z]*p"))
                && texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*[ec]|--.*exec.*"));
        boolean listens = ports && texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*[ls][a-zA-Z]*|--listen"));
        boolean relays = invocation.program().matches("socat|chisel|ngrok|cloudflared|bore|frpc|websocat|pwncat")
                || all.matches("(?i).*(exec:|system:|shell|pty).*");
        boolean transfers = invocation.program().matches("smbclient|tftp|ftp|lftp")
                && all.matches("(?s).*\\b(put|mput|mirror|get)\\b.*");
        if (runs || listens || (relays && !all.matches("-[Vh]+"))) {
            invocation.rule(Ruling.never("It would open this machine to another one."));
        } else if (ports && !tests && !invocation.feed().is(Feed.Kind.NONE)) {
            invocation.rule(Ruling.never("It would send data off this machine."));
        } else if (invocation.program().matches("telnet|nc|ncat")
                && !tests
                && texts.stream().anyMatch(text -> text.matches("[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}"))
                && texts.size() >= 2
                && ports) {
            invocation.rule(Ruling.confirm("It would talk to another machine."));
        } else if (transfers) {
            invocation.rule(Ruling.confirm("It would move files between this machine and another."));
        }
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        judge.danger().check(invocation, false);
    }

    void ssh(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        if (scan.has("-V") || scan.has("-Q")) {
            return;
        }
        for (FlagScan.Given given : scan.given()) {
            String value = given.value().map(Word::text).orElse("");
            boolean runs = given.flag().name().equals("-o")
                    && value.matches(
                            "(?i)\\s*(ProxyCommand|LocalCommand|PermitLocalCommand|KnownHostsCommand|PKCS11Provider|SecurityKeyProvider|Match|Include|ProxyUseFdpass|XAuthLocation).*");
            if (runs || (given.flag().name().matches("-[ISF]") && value.contains("/tmp"))) {
                invocation.rule(Ruling.never("It would make ssh run another program on this machine."));
            }
            if (given.flag().name().matches("-[RDw]")) {
                invocation.rule(Ruling.never("It would open a way into this machine or its network."));
            }
        }
        List<Word> words = scan.positionals();
        invocation.rule(Ruling.confirm("It would log in to "
                + (words.isEmpty() ? "another machine" : words.getFirst().text()) + " and run a command there."));
        if (invocation.feed().is(Feed.Kind.FILE, Feed.Kind.DECODED, Feed.Kind.REMOTE)) {
            invocation.rule(Ruling.never("It would send data off this machine."));
        }
        List<Word> command = words.size() > 1 ? words.subList(1, words.size()) : List.of();
        if (!command.isEmpty()) {
            judge.script(String.join(" ", command.stream().map(Word::text).toList()), invocation.scope(), Feed.NONE);
        }
        judge.danger().check(invocation, false);
    }

    void openssl(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        String command = texts.isEmpty() ? "" : texts.getFirst();
        boolean looks = command.matches(
                        "version|x509|req|crl|verify|ciphers|dgst|sha256|sha1|md5|list|asn1parse|help|errstr|crl2pkcs7|pkcs7|ocsp-x")
                && invocation.words().stream().allMatch(Word::literal);
        for (int i = 1; looks && i < texts.size(); i++) {
            String text = texts.get(i);
            if (CERTIFICATE_VALUES.contains(text)) {
                i++;
                if (i < texts.size() && text.matches("-in|-CAfile|-untrusted")) {
                    judge.paths()
                            .reading(invocation.resolve(judge.paths(), texts.get(i)), false)
                            .ifPresent(invocation::rule);
                }
            } else if (text.startsWith("-") && !CERTIFICATE_FLAGS.contains(text)) {
                looks = false;
            } else if (!text.startsWith("-")) {
                judge.paths()
                        .reading(invocation.resolve(judge.paths(), text), false)
                        .ifPresent(invocation::rule);
            }
        }
        if (command.equals("req")
                && (texts.contains("-new")
                        || texts.contains("-x509")
                        || !texts.contains("-in")
                        || !texts.contains("-noout"))) {
            looks = false;
        }
        if (!looks) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
            if (texts.stream().anyMatch(text -> text.matches("-engine|-provider-path|-rand|-loader.*"))) {
                invocation.rule(Ruling.never("It would load a foreign library into openssl."));
            }
            if (command.matches("s_client|s_server|enc|base64")
                    && !invocation.feed().is(Feed.Kind.NONE, Feed.Kind.TEXT)) {
                invocation.rule(Ruling.confirm("It would pass data on in a form nobody can read."));
            }
            judge.danger().check(invocation, false);
        }
    }

    void secrets(Schema schema, Invocation invocation) {
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        String all = String.join(" ", invocation.texts());
        if (all.matches(
                "(?s).*(--export-secret|export-secret|--passphrase|-exportcert.*private|importkeystore|--dump-session).*")) {
            invocation.rule(Ruling.never("It would hand out secret keys."));
        }
        judge.danger().check(invocation, false);
    }

    /** Clouds: looking costs nothing but still goes over the network with the owner's keys, so it is asked about. */
    void cloud(Schema schema, Invocation invocation) {
        List<String> words = invocation.texts().stream()
                .filter(text -> !text.startsWith("-"))
                .toList();
        boolean looks = words.stream()
                .limit(4)
                .anyMatch(text -> CLOUD_LOOKS.matcher(text).matches());
        boolean destroys = words.stream()
                .anyMatch(text -> text.matches(
                        "(delete|destroy|terminate|remove|rm|rb|purge|wipe|drop|down)(-.*)?|.*-(delete|destroy)"));
        String all = String.join(" ", invocation.texts());
        if (destroys && !looks) {
            String object = words.getLast();
            invocation.rule(Ruling.repeat(
                    "It would delete this for good: "
                            + Reasons.clean(invocation.program() + " " + String.join(" ", words)) + ".",
                    object));
        } else {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        }
        if (all.matches(
                "(?s).*(get-secret-value|get-session-token|create-access-key|print-access-token|get-access-token|stop-logging|delete-trail|attach-user-policy|put-user-policy|get-login-password|get-parameter.*with-decryption|delete-log-group|delete-log-stream|delete-flow-logs|disable-key).*")) {
            invocation.rule(
                    Ruling.never("It would hand out keys, widen rights or switch off the record of what happens."));
        }
        judge.danger().check(invocation, false);
    }

    void kubeGet(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        if (texts.stream()
                .anyMatch(text ->
                        text.matches("(?i)(.*,)?secrets?(/.*|,.*|\\..*)?|all,.*secret.*|--raw.*|--template.*file.*"))) {
            boolean shows =
                    texts.stream().anyMatch(text -> text.matches("-o.*|--output.*|--template.*|--raw.*|yaml|json"));
            invocation.rule(
                    shows || schema.name().endsWith("describe")
                            ? Ruling.confirm("It would show secrets kept in the cluster.")
                            : Ruling.confirm("It would list secrets kept in the cluster."));
        }
        if (invocation.words().stream().anyMatch(word -> word.origin() == Word.Origin.UNKNOWN)
                || texts.stream().anyMatch(text -> text.startsWith("--kubeconfig") && text.contains("/tmp"))) {
            invocation.rule(Ruling.confirm("What it would show is only known when it runs."));
        }
    }

    void kubeExec(Schema schema, Invocation invocation) {
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        int dashes = invocation.texts().indexOf("--");
        if (dashes >= 0 && dashes + 1 < invocation.words().size()) {
            inside(invocation.words().subList(dashes + 1, invocation.words().size()), invocation);
        }
    }

    /** A shell inside a container is not one on the machine; all else is judged as usual. */
    void inside(List<Word> command, Invocation invocation) {
        if (command.size() == 1 && Danger.namesShell(command.getFirst().text())) {
            invocation.rule(Ruling.confirm("It would open a shell inside the container."));
            return;
        }
        judge.command(command, invocation.feed(), invocation.scope());
    }

    void containerCopy(Schema schema, Invocation invocation) {
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        for (String text : invocation.texts()) {
            if (text.startsWith("/") || text.startsWith("~")) {
                String path = invocation.resolve(judge.paths(), text);
                if (judge.paths().isSecret(path) || judge.paths().isGuarded(path) || path.equals("/")) {
                    invocation.rule(
                            Ruling.never("It would copy to or from " + path + ", which must not leave or change."));
                }
            }
        }
    }
}
