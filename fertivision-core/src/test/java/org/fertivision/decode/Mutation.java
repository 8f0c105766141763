package org.fertivision.decode;

import java.util.Arrays;
import java.util.Random;

/** Changes one to four places of a file: a bit, a byte, an extreme value, or a stretch moved. */
final class Mutation {
    private Mutation() {}

    /**
     * A changed copy.
     *
     * @param head every other change hits the first bytes, so many of them
     */
    static byte[] of(byte[] file, int head, Random random) {
        byte[] changed = file.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int near = random.nextBoolean() ? Math.min(changed.length, head) : changed.length;
            int at = random.nextInt(near);
            switch (random.nextInt(5)) {
                case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> changed[at] = (byte) random.nextInt(256);
                case 2 -> changed[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                case 3 -> Arrays.fill(changed, at, Math.min(changed.length, at + 4), (byte) 0x7F);
                default -> {
                    int from = random.nextInt(changed.length);
                    int length = Math.min(1 + random.nextInt(40), changed.length - Math.max(at, from));
                    System.arraycopy(file, from, changed, at, length);
                }
            }
        }
        return changed;
    }
}
