package dev.readback.web;

import dev.readback.web.auth.AnswerLink;
import dev.readback.web.auth.AnswerLinks;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cookie of a browser that opened the link of a notification. Its value is the codes themselves, the latest first: they are signed and expire by themselves,
 * so nothing need be kept of them here, and a restart changes nothing.
 */
final class LinkCookie {
    private static final int AT_MOST = 5;
    private static final String BETWEEN = ".";
    private final AnswerLinks links;
    private final InstantSource clock;
    private final boolean secure;

    /** @param secure whether the page is reached by HTTPS */
    LinkCookie(AnswerLinks links, InstantSource clock, boolean secure) {
        this.links = links;
        this.clock = clock;
        this.secure = secure;
    }

    /** Who came by a link that is still good. */
    Optional<Guest> guest(Context context) {
        List<AnswerLink> good = codes(context).flatMap(this::read).toList();
        return Optional.of(good).filter(Predicate.not(List::isEmpty)).map(Guest::new);
    }

    /** Lets the browser keep a code beside those it has. */
    void add(Context context, String code) {
        List<String> codes = Stream.concat(Stream.of(code), codes(context))
                .distinct()
                .filter(each -> read(each).findAny().isPresent())
                .limit(AT_MOST)
                .toList();
        codes.stream()
                .flatMap(this::read)
                .map(AnswerLink::expiresAt)
                .max(Comparator.naturalOrder())
                .ifPresent(end -> set(
                        context,
                        codes.stream().collect(Collectors.joining(BETWEEN)),
                        Duration.between(clock.instant(), end)));
    }

    /** Logging out leaves nothing behind. */
    void clear(Context context) {
        if (codes(context).findAny().isPresent()) {
            set(context, "", Duration.ZERO);
        }
    }

    private static int seconds(Duration life) {
        return Math.clamp(life.toSeconds(), 0, Integer.MAX_VALUE);
    }

    private void set(Context context, String value, Duration life) {
        context.cookie(new Cookie(name(context), value, "/", seconds(life), secure, true, null, SameSite.STRICT));
    }

    private Stream<AnswerLink> read(String code) {
        return links.read(code).filter(link -> !link.expired(clock.instant())).stream();
    }

    private static Stream<String> codes(Context context) {
        return Optional.ofNullable(context.cookie(name(context)))
                .filter(Predicate.not(String::isBlank))
                .map(value -> Stream.of(value.split("\\.", AT_MOST + 1)).limit(AT_MOST))
                .orElseGet(Stream::empty);
    }

    private static String name(Context context) {
        return "readback_link_" + context.req().getLocalPort();
    }
}
