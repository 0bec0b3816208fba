package dev.readback.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known at one point of a line, and what has been found out so far. Belongs to one judgement; not thread-safe. */
final class Scope {

    private final Surroundings surroundings;
    private final Map<String, Word> variables;
    private final Set<String> reassigned = new HashSet<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> functions = new HashSet<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final Set<String> programs = new LinkedHashSet<>();
    private final List<String> fetched = new ArrayList<>();
    private Path directory;
    private boolean background;
    private boolean slept;
    private boolean outreach;
    private int depth;
    private int commands;

    Scope(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.variables = new HashMap<>(Words.known(surroundings));
        this.directory = surroundings.workingDirectory();
    }

    void add(Ruling ruling) {
        if (ruling.verdict() != Verdict.ALLOW) {
            rulings.add(ruling);
        }
    }

    List<Ruling> rulings() {
        return rulings;
    }

    Set<String> programs() {
        return programs;
    }

    Path directory() {
        return directory;
    }

    void enter(Path other) {
        directory = other;
    }

    String home(String user) {
        return user.isEmpty()
                ? surroundings.userHome().toString()
                : user.equals("root") ? "/root" : user.equals("+") ? directory.toString() : "/home/" + user;
    }

    Optional<Word> variable(String name) {
        return reassigned.contains(name) ? Optional.empty() : Optional.ofNullable(variables.get(name));
    }

    boolean assigns(String name) {
        return assigned.contains(name);
    }

    /** Notes that the line assigns a variable somewhere; twice, and its value counts as unknown. */
    void declares(String name) {
        if (!assigned.add(name) || Words.known(surroundings).containsKey(name)) {
            reassigned.add(name);
        }
    }

    void bind(String name, Word value) {
        variables.put(name, value);
    }

    void defines(String function) {
        functions.add(function);
    }

    boolean isFunction(String name) {
        return functions.contains(name);
    }

    boolean inBackground() {
        return background;
    }

    void inBackground(boolean value) {
        background = value;
    }

    boolean hasSlept() {
        return slept;
    }

    void sleeps() {
        slept = true;
    }

    /** Notes that a command may reach another machine. */
    void reachesOut() {
        outreach = true;
    }

    boolean hasReachedOut() {
        return outreach;
    }

    /** Notes what was downloaded, so that running it right after is noticed. */
    void fetches(String words) {
        fetched.add(words);
    }

    List<String> fetched() {
        return fetched;
    }

    /** Whether there is room for another level of scripts within scripts. */
    boolean descend() {
        return ++depth <= 12;
    }

    void ascend() {
        depth--;
    }

    /** Whether another command may be judged; a line that unrolls into thousands is not judged to the end. */
    boolean another() {
        return ++commands <= 2_000;
    }
}
