package dev.readback.voice.personaplex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is at which server, and who waits: one at each, in the order of coming. A seat is held until it is said to be free again, however the conversation went.
 * Not thread-safe.
 *
 * @param <G> guests; two are never equal
 */
final class Seats<G> {

    private final List<Optional<G>> taken = new ArrayList<>();
    private final List<Optional<Trouble>> troubles = new ArrayList<>();
    private final List<G> waiting = new ArrayList<>();
    private final Map<G, Set<Integer>> tried = new HashMap<>();
    private final Map<G, Integer> told = new HashMap<>();

    /** What is to be done next. */
    sealed interface Move<G> {

        /** The guest gets the seat. */
        record Sit<G>(G guest, int seat) implements Move<G> {}

        /** The guest is at another place in the queue, 1 for who is next. */
        record Wait<G>(G guest, int place) implements Move<G> {}

        /** There is no server the guest could have. */
        record Nowhere<G>(G guest, Trouble trouble) implements Move<G> {}
    }

    Seats(int seats) {
        for (int seat = 0; seat < seats; seat++) {
            taken.add(Optional.empty());
            troubles.add(Optional.empty());
        }
    }

    List<Move<G>> join(G guest) {
        tried.put(guest, new HashSet<>());
        waiting.add(guest);
        return settle();
    }

    /** Does not wait any more, or is not to be seated again. */
    List<Move<G>> leave(G guest) {
        waiting.remove(guest);
        forget(guest);
        return settle();
    }

    /** The seat's server could not be had; the guest is the first to get another. */
    List<Move<G>> elsewhere(G guest, int seat, Trouble trouble) {
        troubles.set(seat, Optional.of(trouble));
        Set<Integer> before = tried.get(guest);
        if (before != null) {
            before.add(seat);
            waiting.addFirst(guest);
        }
        return settle();
    }

    /** Nobody is at the seat any more. */
    List<Move<G>> free(int seat) {
        taken.set(seat, Optional.empty());
        return settle();
    }

    /** The server was looked at. */
    List<Move<G>> found(int seat, Optional<Trouble> trouble) {
        troubles.set(seat, trouble);
        if (trouble.isEmpty()) {
            tried.values().forEach(seats -> seats.remove(seat));
        }
        return settle();
    }

    boolean taken(int seat) {
        return taken.get(seat).isPresent();
    }

    Optional<Trouble> trouble(int seat) {
        return troubles.get(seat);
    }

    private List<Move<G>> settle() {
        List<Move<G>> moves = new ArrayList<>();
        List<G> queue = new ArrayList<>(waiting);
        for (G guest : queue) {
            Optional<Integer> seat = seatFor(guest);
            if (seat.isPresent()) {
                taken.set(seat.get(), Optional.of(guest));
                waiting.remove(guest);
                told.remove(guest);
                moves.add(new Move.Sit<>(guest, seat.get()));
            } else if (!hope()) {
                waiting.remove(guest);
                moves.add(new Move.Nowhere<>(guest, why(guest)));
                forget(guest);
            }
        }
        tellPlaces(moves);
        return moves;
    }

    private void tellPlaces(List<Move<G>> moves) {
        for (int at = 0; at < waiting.size(); at++) {
            Integer before = told.put(waiting.get(at), at + 1);
            if (before == null || before != at + 1) {
                moves.add(new Move.Wait<>(waiting.get(at), at + 1));
            }
        }
    }

    /** One that is well; where none is, one that may have recovered meanwhile. */
    private Optional<Integer> seatFor(G guest) {
        Set<Integer> before = tried.getOrDefault(guest, Set.of());
        boolean hope = hope();
        for (int seat = 0; seat < taken.size(); seat++) {
            if (taken.get(seat).isEmpty()
                    && !before.contains(seat)
                    && (troubles.get(seat).isEmpty() || (!hope && !elsewhere(seat)))) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    /** Who waits at a server where somebody else talks would change that one's prompt. */
    private boolean elsewhere(int seat) {
        return troubles.get(seat).filter(trouble -> trouble == Trouble.TAKEN).isPresent();
    }

    private boolean hope() {
        return troubles.stream().anyMatch(Optional::isEmpty);
    }

    private Trouble why(G guest) {
        Set<Integer> before = tried.getOrDefault(guest, Set.of());
        Map<Boolean, Trouble> known = new HashMap<>();
        for (int seat = 0; seat < troubles.size(); seat++) {
            boolean own = before.contains(seat);
            troubles.get(seat).ifPresent(trouble -> known.putIfAbsent(own, trouble));
        }
        return Optional.ofNullable(known.get(true))
                .or(() -> Optional.ofNullable(known.get(false)))
                .orElse(Trouble.NO_ANSWER);
    }

    private void forget(G guest) {
        tried.remove(guest);
        told.remove(guest);
    }
}
