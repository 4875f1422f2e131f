package io.streamgauge.corpus.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A picture of a harbour before sunrise as PNG (W3C Portable Network Graphics, sections 5 and 11), its pixels stored
 * and not deflated: what a deflater makes of them differs from one zlib to the next, and these bytes must not.
 */
final class Picture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MAX_STORED_BLOCK = 65_535;

    private Picture() {}

    /** Somewhat more than four characters for each pixel. */
    static String base64(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0}) // 8 bits, RGB, the only compression and filter there are, no interlace
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", stored(pixels(width, height)));
        chunk(png, "IEND", new byte[0]);
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** The zlib format (RFC 1950) with nothing but stored blocks (RFC 1951, section 3.2.4). */
    private static byte[] stored(byte[] data) {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        zlib.writeBytes(new byte[] {0x78, 0x01});
        for (int from = 0; from < data.length; from += MAX_STORED_BLOCK) {
            int length = Math.min(MAX_STORED_BLOCK, data.length - from);
            zlib.write(from + length == data.length ? 1 : 0);
            zlib.writeBytes(new byte[] {(byte) length, (byte) (length >> 8), (byte) ~length, (byte) (~length >> 8)});
            zlib.write(data, from, length);
        }
        Adler32 sum = new Adler32();
        sum.update(data);
        zlib.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return zlib.toByteArray();
    }

    /** Sky above, water below, and a light on the mole; each row begins with the number of its filter, none. */
    private static byte[] pixels(int width, int height) {
        ByteBuffer rows = ByteBuffer.allocate(height * (1 + 3 * width));
        int horizon = height * 3 / 5;
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < width; x++) {
                int depth = y < horizon ? y : 2 * horizon - y;
                boolean light = Math.abs(x - width * 2 / 3) + Math.abs(y - horizon) < height / 20;
                int glow = light ? 120 : (x * y) % 7;
                rows.put((byte) (20 + 110 * depth / height + glow));
                rows.put((byte) (30 + 70 * depth / height + glow));
                rows.put((byte) (70 + 60 * depth / height));
            }
        }
        return rows.array();
    }
}
