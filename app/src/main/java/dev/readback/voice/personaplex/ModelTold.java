package dev.readback.voice.personaplex;

/** Who is told how the model server is doing. Called from several threads. */
public interface ModelTold {

    /** A line the server printed, without secrets. */
    void line(String line);

    /** A sentence of ours. */
    void say(String sentence);

    /** How far it is, in words that the next ones replace. */
    void progress(String words);

    /** @param port on loopback, where it now answers */
    void ready(int port);
}
