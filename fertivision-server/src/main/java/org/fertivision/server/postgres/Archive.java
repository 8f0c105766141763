package org.fertivision.server.postgres;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL as their jar holds them: files, folders and links of a tar compressed by xz. */
final class Archive {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int MODE_AT = 100;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;
    private static final int LINK_AT = 157;
    private static final int NUMBER_BYTES = 11;
    private static final int MODE_BYTES = 7;
    private static final int RUNNABLE = 0111;

    private Archive() {}

    /** Unpacks into a folder that is not there yet; the folder appears whole or not at all. */
    static void unpack(InputStream compressed, Path folder) throws IOException {
        Path half = Files.createTempDirectory(folder.toAbsolutePath().getParent(), folder.getFileName() + "-");
        try (DataInputStream tar = new DataInputStream(new XZInputStream(compressed))) {
            byte[] head = new byte[BLOCK];
            for (tar.readFully(head); head[0] != 0; tar.readFully(head)) {
                entry(head, tar, half);
            }
        } catch (EOFException e) {
            throw new IOException("the archive of PostgreSQL ends too early", e);
        }
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void entry(byte[] head, DataInputStream tar, Path into) throws IOException {
        Path target = into.resolve(text(head, 0, NAME_BYTES)).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("the archive of PostgreSQL leads out of its folder");
        }
        switch (head[TYPE_AT]) {
            case '5' -> Files.createDirectories(target);
            case '2' -> {
                Files.createDirectories(target.getParent());
                Files.createSymbolicLink(target, Path.of(text(head, LINK_AT, NAME_BYTES)));
            }
            case '0' -> {
                Files.createDirectories(target.getParent());
                long size = Long.parseLong(text(head, SIZE_AT, NUMBER_BYTES).strip(), 8);
                copy(tar, size, target);
                boolean runs = (Integer.parseInt(text(head, MODE_AT, MODE_BYTES).strip(), 8) & RUNNABLE) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
            default -> throw new IOException("the archive of PostgreSQL holds what is not known");
        }
    }

    private static void copy(DataInputStream tar, long size, Path target) throws IOException {
        byte[] buffer = new byte[BLOCK * BLOCK];
        try (var out = Files.newOutputStream(target)) {
            for (long left = size; left > 0; ) {
                int part = (int) Math.min(left, buffer.length);
                tar.readFully(buffer, 0, part);
                out.write(buffer, 0, part);
                left -= part;
            }
        }
        tar.skipNBytes(-size & (BLOCK - 1));
    }

    private static String text(byte[] head, int from, int length) {
        int end = from;
        while (end < from + length && head[end] != 0) {
            end++;
        }
        return new String(head, from, end - from, StandardCharsets.UTF_8);
    }
}
