package dev.readback.gate;

import java.util.Map;

/** Which {@code judge:} word of a schema stands for which code. */
final class Specials {

    private Specials() {}

    static Map<String, Special> all(Judge judge, SchemaJudge data) {
        Builtins builtins = new Builtins(judge, data);
        Odd odd = new Odd(judge, data);
        Reaching reaching = new Reaching(judge);
        Launching launching = new Launching(judge, data);
        return Map.ofEntries(
                Map.entry("wrapper", new Wrappers(judge)),
                Map.entry("env", new Wrappers(judge)),
                Map.entry("sudo", new Sudo(judge)),
                Map.entry("shell", new Shells(judge)),
                Map.entry("interpreter", new Interpreters(judge)),
                Map.entry("find", new Find(judge)),
                Map.entry("xargs", new Xargs(judge)),
                Map.entry("sed", new SedCommand(judge)),
                Map.entry("awk", new AwkCommand(judge)),
                Map.entry("rm", new Removal(judge)),
                Map.entry("rights", new Rights(judge)),
                Map.entry("dd", new DiskCopy(judge)),
                Map.entry("download", new Downloads(judge)),
                Map.entry("lookup", new Lookups(judge, data)),
                Map.entry("sql", new SqlClients(judge, data)),
                Map.entry("container", new Containers(judge)),
                Map.entry("copy", new Copies(judge, data)),
                Map.entry("grep", new Grep(judge, data)),
                Map.entry("accounts", new Accounts(judge, data)),
                Map.entry("ps", new Processes()),
                Map.entry("fifo", odd::fifo),
                Map.entry("tar", odd::tar),
                Map.entry("set", odd::set),
                Map.entry("service", odd::service),
                Map.entry("journal", odd::journal),
                Map.entry("crontab", odd::crontab),
                Map.entry("kill", odd::kill),
                Map.entry("mount", odd::mount),
                Map.entry("parted", odd::parted),
                Map.entry("pacman", odd::pacman),
                Map.entry("aptget", odd::aptGet),
                Map.entry("showing", odd::showing),
                Map.entry("arp", odd::arp),
                Map.entry("netcat", reaching::netcat),
                Map.entry("ssh", reaching::ssh),
                Map.entry("openssl", reaching::openssl),
                Map.entry("secrets", reaching::secrets),
                Map.entry("cloud", reaching::cloud),
                Map.entry("kubeget", reaching::kubeGet),
                Map.entry("kubeexec", reaching::kubeExec),
                Map.entry("containercopy", reaching::containerCopy),
                Map.entry("su", launching::su),
                Map.entry("enter", launching::enter),
                Map.entry("command", launching::command),
                Map.entry("shelled", launching::shelled),
                Map.entry("busybox", launching::busybox),
                Map.entry("typescript", launching::typescript),
                Map.entry("terminals", launching::terminals),
                Map.entry("launcher", launching::launcher),
                Map.entry("redis", launching::redis),
                Map.entry("git", launching::git),
                Map.entry("cd", builtins::cd),
                Map.entry("printf", builtins::printf),
                Map.entry("read", builtins::read),
                Map.entry("eval", builtins::eval),
                Map.entry("exec", builtins::exec),
                Map.entry("source", builtins::source),
                Map.entry("trap", builtins::trap),
                Map.entry("alias", builtins::alias),
                Map.entry("tee", builtins::tee),
                Map.entry("sleep", builtins::sleep),
                Map.entry("at", builtins::at),
                Map.entry("watch", builtins::watch));
    }
}
