package dev.readback.voice.audio;

/** The checksum of an Ogg page (RFC 3533, section 6): polynomial 0x04c11db7, nothing turned round, nothing inverted. */
final class OggCrc {

    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int[] TABLE = table();

    private OggCrc() {}

    /** Of a page whose own checksum is zero. */
    static int of(byte[] bytes, int from, int length) {
        int crc = 0;
        for (int at = from; at < from + length; at++) {
            crc = (crc << 8) ^ TABLE[((crc >>> 24) ^ bytes[at]) & 0xff];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int first = 0; first < 256; first++) {
            int rest = first << 24;
            for (int bit = 0; bit < 8; bit++) {
                rest = (rest << 1) ^ (rest < 0 ? POLYNOMIAL : 0);
            }
            table[first] = rest;
        }
        return table;
    }
}
