package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.agent.Elsewhere;
import dev.readback.agent.Elsewhere.Conversation;
import dev.readback.conversation.Session;
import dev.readback.conversation.Sessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Our sessions and those of agents elsewhere as one list, page by page, the most recently used first. */
final class SessionList {

    private final Sessions sessions;
    private final Elsewhere elsewhere;

    SessionList(Sessions sessions, Elsewhere elsewhere) {
        this.sessions = sessions;
        this.elsewhere = elsewhere;
    }

    /**
     * One session of the list.
     *
     * @param sessionKey what its history is asked for by
     * @param sessionId of ours
     * @param place who holds it, where that is not us
     */
    record Entry(
            String sessionKey,
            Optional<UUID> sessionId,
            Optional<String> place,
            String title,
            Instant createdAt,
            Instant updatedAt) {

        static Entry of(Session session) {
            return new Entry(
                    session.id().toString(),
                    Optional.of(session.id()),
                    Optional.empty(),
                    session.title(),
                    session.createdAt(),
                    session.updatedAt());
        }

        static Entry of(Conversation other) {
            return new Entry(
                    other.key(),
                    Optional.empty(),
                    Optional.of(other.place()),
                    other.title(),
                    other.createdAt(),
                    other.updatedAt());
        }
    }

    /**
     * @param next asks for the next page; empty on the last
     * @param missing one sentence for each place that could not be asked
     */
    record Page(List<Entry> sessions, Optional<String> next, List<String> missing) {}

    /** The newest of ours, whoever else holds some. */
    Page own(int limit) {
        List<Entry> ours = sessions.latest(limit).stream().map(Entry::of).toList();
        return new Page(ours, Optional.empty(), List.of());
    }

    /** @param from the {@code next} of the page before */
    Page page(int limit, Optional<String> from) {
        Place place = from.map(Place::read).orElse(Place.BEGINNING);
        List<Entry> ours =
                place
                        .before()
                        .map(before -> sessions.latest(limit, before))
                        .orElseGet(() -> sessions.latest(limit))
                        .stream()
                        .map(Entry::of)
                        .toList();
        Elsewhere.Listing others = elsewhere.latest(limit, Optional.empty(), place.shown());
        List<Entry> all = new ArrayList<>(ours);
        Map<Entry, String> holders = new HashMap<>();
        Map<String, Integer> shown = new TreeMap<>(place.shown());
        for (Conversation other : others.conversations()) {
            if (other.ours().flatMap(sessions::find).isEmpty()) {
                Entry entry = Entry.of(other);
                all.add(entry);
                holders.put(entry, other.place());
            } else {
                // It is in our own list, under its own time.
                shown.merge(other.place(), 1, Integer::sum);
            }
        }
        List<Entry> page = newest(all, limit);
        page.forEach(entry ->
                Optional.ofNullable(holders.get(entry)).ifPresent(holder -> shown.merge(holder, 1, Integer::sum)));
        // One that is never listed may have stood among them.
        boolean last = all.size() <= limit
                && ours.size() < limit
                && others.conversations().size() < limit - 1;
        return new Page(page, last ? Optional.empty() : Optional.of(next(page, place, shown)), others.missing());
    }

    /** Those that hold these words. */
    Page matching(String words, int limit) {
        Elsewhere.Listing others = elsewhere.latest(limit, Optional.of(words), Map.of());
        List<Entry> all = new ArrayList<>(
                sessions.matching(words, limit).stream().map(Entry::of).toList());
        others.conversations().stream()
                .filter(other -> other.ours().flatMap(sessions::find).isEmpty())
                .map(Entry::of)
                .forEach(all::add);
        List<Entry> page = newest(all, limit);
        return new Page(page, Optional.empty(), others.missing());
    }

    private static List<Entry> newest(List<Entry> all, int limit) {
        return all.stream()
                .sorted(Comparator.comparing(Entry::updatedAt).reversed())
                .limit(limit)
                .toList();
    }

    private static String next(List<Entry> page, Place place, Map<String, Integer> shown) {
        Optional<Instant> before = page.stream()
                .filter(entry -> entry.sessionId().isPresent())
                .map(Entry::updatedAt)
                .min(Comparator.naturalOrder())
                .or(place::before);
        return new Place(before, shown).written();
    }

    /**
     * Where a page ends.
     *
     * @param before the time of our oldest session shown
     * @param shown how many of each other place were shown
     */
    private record Place(Optional<Instant> before, Map<String, Integer> shown) {

        static final Place BEGINNING = new Place(Optional.empty(), Map.of());

        String written() {
            StringBuilder text = new StringBuilder(before.map(Instant::toString).orElse(""));
            shown.forEach((place, count) ->
                    text.append('\n').append(count).append(' ').append(place));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(text.toString().getBytes(UTF_8));
        }

        static Place read(String written) {
            try {
                List<String> lines = new String(Base64.getUrlDecoder().decode(written), UTF_8)
                        .lines()
                        .toList();
                Map<String, Integer> shown = new TreeMap<>();
                for (String line : lines.subList(1, lines.size())) {
                    shown.put(
                            line.substring(line.indexOf(' ') + 1),
                            Integer.parseUnsignedInt(line.substring(0, line.indexOf(' '))));
                }
                return new Place(
                        Optional.of(lines.getFirst())
                                .filter(time -> !time.isEmpty())
                                .map(Instant::parse),
                        shown);
            } catch (RuntimeException wrong) {
                throw new BadRequest("page", "page must be what the page before gave as next.");
            }
        }
    }
}
