package dev.readback.voice.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WAV file of 16-bit PCM (RIFF, format 1); several channels are read as their mean. */
public final class Wav {

    private static final int HEADER = 44;

    private final short[] samples;
    private final int rate;

    /** @param rate samples a second */
    public Wav(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    public short[] samples() {
        return samples;
    }

    public int rate() {
        return rate;
    }

    /** The same as floats at another rate. */
    public float[] at(int wanted) {
        return Resampler.whole(Pcm.floats(samples), rate, wanted);
    }

    /** @throws IOException also where it is no such file */
    public static Wav read(Path file) throws IOException {
        return of(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** A length that says more than there is, as of a file that was written while it grew, means the rest. */
    private static Wav of(ByteBuffer file) throws IOException {
        if (file.remaining() < HEADER || !"RIFF".equals(name(file, 0)) || !"WAVE".equals(name(file, 8))) {
            throw new IOException("not a WAV file");
        }
        int channels = 0;
        int rate = 0;
        int at = 12;
        while (at + 8 <= file.limit()) {
            String chunk = name(file, at);
            int length = (int) Math.min(file.getInt(at + 4) & 0xffff_ffffL, file.limit() - at - 8L);
            if (chunk.equals("fmt ") && length >= 16) {
                channels = plainPcm(file, at + 8) ? file.getShort(at + 10) : 0;
                rate = file.getInt(at + 12);
            } else if (chunk.equals("data") && channels > 0 && rate > 0) {
                return new Wav(mixed(file.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN), channels), rate);
            }
            at += 8 + length + (length & 1);
        }
        throw new IOException("a WAV file without 16-bit samples");
    }

    private static boolean plainPcm(ByteBuffer file, int at) {
        return file.getShort(at) == 1 && file.getShort(at + 14) == 16;
    }

    private static String name(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static short[] mixed(ByteBuffer data, int channels) {
        short[] mixed = new short[data.remaining() / (2 * channels)];
        for (int i = 0; i < mixed.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += data.getShort();
            }
            mixed[i] = (short) (sum / channels);
        }
        return mixed;
    }

    public void write(Path file) throws IOException {
        int bytes = samples.length * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(HEADER - 8 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(bytes);
        wav.put(Pcm.bytes(samples));
        Files.write(file, wav.array());
    }
}
