package dev.readback.settings;

import java.net.URI;
import java.util.Optional;

/**
 * How a language model is reached. Its text never shows the key.
 *
 * @param address the base address; empty for the provider's own
 * @param key empty where none is needed
 * @param model the model's name there
 */
public record ModelAccess(Optional<URI> address, Optional<String> key, String model) {

    @Override
    public String toString() {
        return "ModelAccess[" + address.map(URI::toString).orElse("its own address") + ", " + model + "]";
    }
}
