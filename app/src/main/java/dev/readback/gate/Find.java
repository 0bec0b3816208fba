package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import dev.readback.gate.Word.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges {@code find}: looking is free, {@code -exec} is judged by what it runs, {@code -delete} must be repeated. */
final class Find implements Special {

    private static final Set<String> TESTS = Set.of(
            "-name",
            "-iname",
            "-path",
            "-ipath",
            "-wholename",
            "-iwholename",
            "-regex",
            "-iregex",
            "-lname",
            "-ilname",
            "-type",
            "-xtype",
            "-size",
            "-mtime",
            "-atime",
            "-ctime",
            "-mmin",
            "-amin",
            "-cmin",
            "-newer",
            "-anewer",
            "-cnewer",
            "-user",
            "-group",
            "-uid",
            "-gid",
            "-perm",
            "-links",
            "-inum",
            "-samefile",
            "-fstype",
            "-maxdepth",
            "-mindepth",
            "-regextype",
            "-printf",
            "-used",
            "-context",
            "-D",
            "-flags",
            "-newermt",
            "-newerat",
            "-newerct",
            "-newermm",
            "-newerXY",
            "-Bmin",
            "-Btime",
            "-mnewer");
    private static final Set<String> SWITCHES = Set.of(
            "-print",
            "-print0",
            "-ls",
            "-empty",
            "-executable",
            "-readable",
            "-writable",
            "-nouser",
            "-nogroup",
            "-prune",
            "-quit",
            "-true",
            "-false",
            "-not",
            "-and",
            "-or",
            "-a",
            "-o",
            "!",
            "(",
            ")",
            ",",
            "-daystart",
            "-depth",
            "-d",
            "-follow",
            "-mount",
            "-xdev",
            "-noleaf",
            "-ignore_readdir_race",
            "-noignore_readdir_race",
            "-warn",
            "-nowarn",
            "-H",
            "-L",
            "-P",
            "-O0",
            "-O1",
            "-O2",
            "-O3",
            "-E",
            "-X",
            "-s",
            "-x",
            "--help",
            "--version",
            "-help",
            "-version",
            "print");

    private static final List<String> ACTIONS = List.of(
            "-delete", "-exec", "-execdir", "-ok", "-okdir", "-fprint", "-fprint0", "-fprintf", "-fls", "-files0-from");

    private final Judge judge;

    Find(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<Word> words = invocation.words();
        List<Word> roots = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            String text = word.text();
            if (couldBeOption(word)) {
                invocation.rule(
                        Ruling.confirm("A file name under " + text + " could be an option of find that deletes."));
            }
            if (!word.known() && text.isEmpty()) {
                unknownWord(word, invocation);
            } else if (TESTS.contains(text) || text.matches("-newer[aBcmt]{2}")) {
                at++;
                if (at < words.size() && couldBeOption(words.get(at))) {
                    invocation.rule(Ruling.confirm(
                            "A file name under " + words.get(at).text() + " could be an option of find that deletes."));
                }
            } else if (text.equals("-delete")) {
                delete(roots, invocation);
            } else if (text.matches("-(exec|execdir|ok|okdir)")) {
                at = run(at, roots, invocation);
            } else if (text.matches("-(fprint|fprint0|fls|fprintf)")) {
                at++;
                written(at < words.size() ? words.get(at).text() : "", invocation);
                at += text.equals("-fprintf") ? 1 : 0;
            } else if (text.startsWith("-files0-from")) {
                invocation.rule(Ruling.confirm("It takes the folders to search from a file."));
                at++;
            } else if (!SWITCHES.contains(text) && !text.startsWith("-")) {
                roots.add(word);
            } else if (!SWITCHES.contains(text)) {
                invocation.rule(Ruling.confirm("I do not know the option " + text + " of find."));
            }
        }
    }

    /** A glob may stand for file names that read like options: a file called {@code -delete} makes {@code find *} delete. */
    private static boolean couldBeOption(Word word) {
        if (!word.glob()) {
            return false;
        }
        String pattern = word.text()
                .replaceAll("[^\\w*?\\[\\]-]", "\\\\$0")
                .replaceAll("\\[[^\\]]*\\]|\\?", ".")
                .replace("*", ".*");
        return ACTIONS.stream().anyMatch(action -> action.matches(pattern));
    }

    private static void unknownWord(Word word, Invocation invocation) {
        if (word.origin() == Origin.UNKNOWN || word.origin() == Origin.LISTING) {
            invocation.rule(Ruling.confirm(
                    "An argument of find is only known when it runs, and could be an option that deletes."));
        }
    }

    private void written(String file, Invocation invocation) {
        invocation.rule(Ruling.confirm("It would write what it finds into " + file + "."));
        judge.paths()
                .changing(invocation.resolve(judge.paths(), file), Act.REPLACE)
                .ifPresent(invocation::rule);
    }

    private void delete(List<Word> roots, Invocation invocation) {
        List<Word> folders = roots.isEmpty() ? List.of(Word.of(".")) : roots;
        List<String> objects = new ArrayList<>();
        for (Word root : folders) {
            String path = invocation.resolve(judge.paths(), root.text());
            judge.paths().everythingUnder(path, "would search and delete").ifPresent(invocation::rule);
            if (judge.paths().holdsHome(path)
                    && invocation.texts().stream()
                            .noneMatch(text -> text.matches("-i?name|-i?path|-maxdepth|-prune"))) {
                invocation.rule(
                        Ruling.never("It would delete Readback's own files along with everything under " + path + "."));
            }
            objects.add(root.text());
        }
        String object = Reasons.joined(objects);
        invocation.rule(Ruling.repeat("It would delete everything it finds under " + object + ".", object));
    }

    private int run(int at, List<Word> roots, Invocation invocation) {
        List<Word> words = invocation.words();
        List<Word> command = new ArrayList<>();
        int end = at + 1;
        while (end < words.size()
                && !words.get(end).text().equals(";")
                && !(words.get(end).text().equals("+")
                        && words.get(end - 1).text().equals("{}"))) {
            command.add(placed(words.get(end), invocation));
            end++;
        }
        if (command.isEmpty()) {
            invocation.rule(Ruling.confirm("I cannot tell what find would run."));
            return end;
        }
        String program = command.getFirst().text();
        if (program.matches("(.*/)?(rm|unlink|shred|rmdir|chmod|chown|chgrp|mv|truncate|sed|srm|wipe)")
                && command.stream().skip(1).anyMatch(word -> !word.known())) {
            changed(program, roots, invocation);
        }
        shown(roots, invocation);
        judge.command(command, Feed.NONE, invocation.scope());
        return end;
    }

    /** What it runs is handed every file, also those no word of the line names. */
    private void shown(List<Word> roots, Invocation invocation) {
        boolean chosen = leavesOurFilesOut(invocation.texts());
        for (Word root : roots.isEmpty() ? List.of(Word.of(".")) : roots) {
            String path = invocation.resolve(judge.paths(), root.text());
            if (!chosen && judge.paths().holdsHome(path)) {
                invocation.rule(Ruling.confirm(
                        "It would go through everything under " + path + ", Readback's own keys among it."));
            }
        }
    }

    /** Whether it looks for names that no file of Readback's own has. */
    static boolean leavesOurFilesOut(List<String> texts) {
        for (int i = 0; i + 1 < texts.size(); i++) {
            if (texts.get(i).matches("-i?name") && OwnFiles.noneIsCalled(texts.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private void changed(String program, List<Word> roots, Invocation invocation) {
        for (Word root : roots.isEmpty() ? List.of(Word.of(".")) : roots) {
            String path = invocation.resolve(judge.paths(), root.text());
            if (!program.equals("sed")) {
                judge.paths()
                        .everythingUnder(path, "would " + (program.endsWith("rm") ? "delete" : program))
                        .ifPresent(invocation::rule);
            }
        }
    }

    private Word placed(Word word, Invocation invocation) {
        if (!word.text().contains("{}")) {
            return word;
        }
        boolean secret = SecretNames.meant(invocation.spoken() + String.join(" ", invocation.texts()), judge.paths());
        if (secret) {
            invocation.rule(Ruling.confirm("It would work on files whose names say that they hold secrets."));
            if (invocation.texts().stream()
                    .anyMatch(
                            text -> text.matches(
                                    "(.*/)?(cp|mv|tar|cat|head|tail|grep|base64|xxd|curl|nc|scp|rsync|gzip|zip|tee|dd|ln|install|less|strings|od)"))) {
                invocation.rule(Ruling.never("It would copy or show files whose names say that they hold secrets."));
            }
        }
        return new Word(
                word.text().replace("{}", ""),
                false,
                false,
                secret ? Origin.UNKNOWN : Origin.LISTING,
                word.disguised(),
                word.nested());
    }
}
