package dev.readback.voice.personaplex;

import java.nio.file.Path;

/** How the model server, which listens on every address and asks nobody for a password, is kept off the network. */
sealed interface LaunchWay {

    /** One line for the person. */
    String say();

    /**
     * Everything it listens on lies inside a container; one port of it is published, on loopback.
     *
     * @param engine docker or podman
     */
    record Container(Path engine, String image) implements LaunchWay {

        boolean podman() {
            return engine.getFileName().toString().equals("podman");
        }

        @Override
        public String say() {
            return "It runs in a container of " + image + ", whose only published port is on 127.0.0.1.";
        }
    }

    /**
     * A few lines of ours, run by the same Python before the unmodified server, set the address it listens on; what it then does listen on is looked at.
     *
     * @param setsid puts it into a process session of its own, so that whatever it starts ends with it
     */
    record Bare(Path setsid, Path python) implements LaunchWay {

        @Override
        public String say() {
            return "It runs by " + python
                    + ", told to listen on 127.0.0.1 only; it is ended if it listens anywhere else.";
        }
    }
}
