package dev.readback.gate;

import java.util.List;
import java.util.regex.Pattern;

/** Judges {@code docker run} and what gives a container a hold on the host. */
final class Containers implements Special {

    private static final Pattern BREAKS_OUT = Pattern.compile(
            "--privileged(=true)?|--(pid|ipc|userns|uts|cgroupns)=host|--cap-add=?(ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|DAC_.*|SYS_RAWIO)|--security-opt=.*(unconfined|disabled).*|--device=/dev/(sd|nvme|vd|mem|kmem).*");
    private static final Pattern HOST_FOLDER = Pattern.compile(
            "/(:.*)?|/(etc|root|boot|proc|sys|dev|home|var|usr|bin|sbin|lib|var/run|run|var/lib|var/run/docker\\.sock|run/docker\\.sock|run/containerd/.*|etc/.*|root/.*)(:.*)?");

    private final Judge judge;

    Containers(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String pair = i + 1 < texts.size() ? text + "=" + texts.get(i + 1) : text;
            if (BREAKS_OUT.matcher(text).matches() || BREAKS_OUT.matcher(pair).matches()) {
                invocation.rule(Ruling.never("It would start a container that has the whole machine in its hands."));
            }
            if (text.matches("-v|--volume|--mount") && i + 1 < texts.size()) {
                mounted(texts.get(i + 1), invocation);
            } else if (text.matches("-v/.*|--volume=.*|--mount=.*")) {
                mounted(text.replaceFirst("^(-v|--volume=|--mount=)", ""), invocation);
            }
        }
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
    }

    private void mounted(String value, Invocation invocation) {
        String source = value.replaceFirst("(?s).*\\b(source|src)=([^,]*).*", "$2");
        boolean readOnly = value.matches(".*(:ro|readonly).*") && !source.startsWith("/:");
        String host = source.contains(":") ? source.substring(0, source.indexOf(':')) : source;
        String path = invocation.resolve(judge.paths(), host);
        boolean isPath = host.startsWith("/") || host.startsWith("~") || host.startsWith(".");
        if (HOST_FOLDER.matcher(source).matches()
                && !(readOnly && host.matches("/etc/(localtime|timezone|hosts)|/proc|/sys|/"))) {
            invocation.rule(Ruling.never("It would give a container the host's folder " + host + "."));
        } else if (isPath && (judge.paths().isSecret(path) || (judge.paths().holdsHome(path) && !host.equals(".")))) {
            invocation.rule(Ruling.never("It would give a container secrets kept in " + path + "."));
        }
    }
}
