package org.fertivision.server.child;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A child for tests that does what the question says. */
final class Obeying {
    private Obeying() {}

    public static void main(String[] args) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Child.serve(new FileInputStream(FileDescriptor.in), out, Obeying::answer, trouble -> {});
    }

    private static byte[] answer(byte[] question, List<Input> inputs, DoubleConsumer progress) {
        String word = new String(question, StandardCharsets.UTF_8);
        return switch (word) {
            case "who" -> Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            case "hash" -> hash(inputs, progress);
            case "environment" -> String.join(" ", System.getenv().keySet()).getBytes(StandardCharsets.UTF_8);
            case "heap" -> Long.toString(Runtime.getRuntime().maxMemory()).getBytes(StandardCharsets.UTF_8);
            case "fail" -> throw new IllegalStateException("as asked");
            case "exhaust" -> exhaust();
            case "end" -> {
                Runtime.getRuntime().halt(7);
                yield question;
            }
            case "hang" -> hang();
            default -> question;
        };
    }

    private static byte[] exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    private static byte[] hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    /** The hashes of all inputs, each read twice at the same time. */
    private static byte[] hash(List<Input> inputs, DoubleConsumer progress) {
        StringBuilder text = new StringBuilder();
        try {
            for (int i = 0; i < inputs.size(); i++) {
                try (InputStream one = inputs.get(i).open();
                        InputStream other = inputs.get(i).open()) {
                    byte[] begin = other.readNBytes(10);
                    text.append(ChildrenTest.sha256(one.readAllBytes())).append(' ');
                    text.append(HexFormat.of().formatHex(begin)).append(' ');
                    text.append(one.read()).append('\n');
                }
                progress.accept((i + 1.0) / inputs.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
