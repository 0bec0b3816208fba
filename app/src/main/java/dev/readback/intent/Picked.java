package dev.readback.intent;

/** What an answer takes of the choices that were offered. */
sealed interface Picked {

    /** This one. */
    record Choice(String words) implements Picked {}

    /** None of them. */
    record Refused() implements Picked {}

    /** Something else was said. */
    record Other() implements Picked {}
}
