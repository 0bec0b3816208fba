package dev.readback.voice.personaplex;

/**
 * One server, and what was learnt of it.
 *
 * @param seat its number among all
 */
record Server(int seat, ServerAddress address, Preparations preparations) {

    String name() {
        return address.name();
    }
}
