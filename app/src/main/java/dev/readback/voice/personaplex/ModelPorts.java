package dev.readback.voice.personaplex;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who listens where on this machine, as the kernel tells it in {@code /proc/net/tcp} and {@code tcp6} (see proc_net_tcp in its documentation). */
final class ModelPorts {

    private static final String LISTENING = "0A";
    private static final int HEX_WORD = 8;

    private final Path net;

    ModelPorts(Path net) {
        this.net = net;
    }

    static ModelPorts ofThisMachine() {
        return new ModelPorts(Path.of("/proc/net"));
    }

    /**
     * A socket that waits for connections.
     *
     * @param inode what the file descriptors of its process name it by
     */
    record Listener(InetAddress address, int port, long inode) {

        boolean onLoopback() {
            return address.isLoopbackAddress();
        }

        String text() {
            return address.getHostAddress() + " port " + port;
        }
    }

    boolean readable() {
        return Files.isReadable(net.resolve("tcp"));
    }

    /** The first that is not on loopback and is either of these sockets or on this port. */
    Optional<Listener> offence(Set<Long> sockets, int port) {
        return first(
                listener -> !listener.onLoopback() && (listener.port() == port || sockets.contains(listener.inode())));
    }

    /** Whether one of these sockets waits on this port. */
    boolean listening(Set<Long> sockets, int port) {
        return first(listener -> listener.port() == port && sockets.contains(listener.inode()))
                .isPresent();
    }

    private Optional<Listener> first(Predicate<Listener> wanted) {
        return listeners().stream().filter(wanted).findFirst();
    }

    private List<Listener> listeners() {
        List<Listener> all = new ArrayList<>();
        for (String file : List.of("tcp", "tcp6")) {
            all.addAll(listeners(net.resolve(file)));
        }
        return all;
    }

    private static List<Listener> listeners(Path file) {
        if (!Files.exists(file)) {
            return List.of(); // A machine without IPv6.
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                    .map(ModelPorts::listener)
                    .toList();
        } catch (IOException e) {
            throw ModelFailure.notHeld(file + " cannot be read, which tells where it listens");
        }
    }

    private static Listener listener(String[] fields) {
        String[] local = fields[1].split(":");
        return new Listener(address(local[0]), Integer.parseInt(local[1], 16), Long.parseLong(fields[9]));
    }

    /** Words of four bytes, each written as the number it is on this processor. */
    private static InetAddress address(String hex) {
        ByteBuffer bytes = ByteBuffer.allocate(hex.length() / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at < hex.length(); at += HEX_WORD) {
            bytes.putInt(Integer.parseUnsignedInt(hex.substring(at, at + HEX_WORD), 16));
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException neitherFourNorSixteenBytes) {
            throw ModelFailure.notHeld("this machine tells in an unknown way where programs listen");
        }
    }
}
