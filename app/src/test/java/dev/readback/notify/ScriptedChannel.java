package dev.readback.notify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel that does as it is told, and keeps what it was given. */
public final class ScriptedChannel implements Channel {

    public final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Deque<Function<Message, Receipt>> script = new ArrayDeque<>();
    private final String name;

    public ScriptedChannel(String name) {
        this.name = name;
    }

    ScriptedChannel then(Function<Message, Receipt> next) {
        script.add(next);
        return this;
    }

    ScriptedChannel then(Receipt next) {
        return then(message -> next);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Receipt deliver(Message message) {
        messages.add(message);
        return script.isEmpty()
                ? new Receipt.Delivered(Optional.of("ref-" + messages.size()))
                : script.poll().apply(message);
    }

    List<String> keys() {
        return messages.stream().map(Message::key).toList();
    }
}
