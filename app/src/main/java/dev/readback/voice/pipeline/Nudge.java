package dev.readback.voice.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the decoder a little readier to hear names that are likely to be spoken of: their tokens stand in a tree, and each token that would begin one, or goes
 * on with one, gains a little likelihood. Thread-safe.
 */
final class Nudge {

    private static final Nudge NONE = new Nudge(new Node(), 0, 0);

    /**
     * Measured on 110 spoken commands, 56 of them with a name: 20 names were heard without a nudge, 30 with this one and none that was not said; with twice as
     * much hardly more, and other words began to suffer.
     */
    private static final float FIRST = 2;

    private static final float NEXT = 4;

    private final Node root;
    private final float first;
    private final float next;

    private Nudge(Node root, float first, float next) {
        this.root = root;
        this.first = first;
        this.next = next;
    }

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
    }

    static Nudge none() {
        return NONE;
    }

    static Nudge towards(List<String> names, Vocabulary vocabulary) {
        return towards(names, vocabulary, FIRST, NEXT);
    }

    /**
     * @param first what a token gains that would begin a name, as a logit
     * @param next what one gains that goes on with it
     */
    static Nudge towards(List<String> names, Vocabulary vocabulary, float first, float next) {
        Node root = new Node();
        for (String name : names) {
            for (String written : List.of(name, capital(name))) {
                Node at = root;
                for (int token : vocabulary.tokens(written)) {
                    at = at.children.computeIfAbsent(token, any -> new Node());
                }
            }
        }
        return new Nudge(root, first, next);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The token that is likeliest then. */
    int choose(Likelihoods likelihoods, List<Integer> before) {
        int best = likelihoods.likeliest();
        float most = likelihoods.logit(best) + gain(best, before);
        for (Node at : places(before)) {
            for (int token : at.children.keySet()) {
                float likely = likelihoods.logit(token) + (at == root ? first : next);
                if (likely > most) {
                    best = token;
                    most = likely;
                }
            }
        }
        return best;
    }

    private float gain(int token, List<Integer> before) {
        float gain = 0;
        for (Node at : places(before)) {
            if (at.children.containsKey(token)) {
                gain = Math.max(gain, at == root ? first : next);
            }
        }
        return gain;
    }

    /** Everywhere in the tree where the last tokens lead. */
    private List<Node> places(List<Integer> before) {
        List<Node> places = new ArrayList<>();
        places.add(root);
        for (int from = Math.max(0, before.size() - 8); from < before.size(); from++) {
            Node at = root;
            for (int i = from; i < before.size() && at != null; i++) {
                at = at.children.get(before.get(i));
            }
            if (at != null) {
                places.add(at);
            }
        }
        return places;
    }
}
