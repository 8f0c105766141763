package org.fertivision.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A model in ONNX form, written byte by byte: the mean of a picture times a row of weights plus a row of biases, one number
 * for each label.
 */
final class TinyModel {
    private static final int FLOAT = 1;
    private static final int LENGTH = 2;

    private TinyModel() {}

    /** The model; -1 stands for a size that it leaves open. */
    static byte[] of(List<Integer> input, float[] weights, float[] biases, boolean isProbable) {
        Message graph = new Message()
                .message(1, node("GlobalAveragePool", List.of("picture"), "pooled"))
                .message(1, node("Flatten", List.of("pooled"), "flat"))
                .message(1, node("MatMul", List.of("flat", "weights"), "weighed"))
                .message(1, node("Add", List.of("weighed", "biases"), isProbable ? "logits" : "answer"));
        if (isProbable) {
            graph.message(1, node("Softmax", List.of("logits"), "answer"));
        }
        graph.text(2, "tiny")
                .message(5, tensor("weights", List.of(weights.length / biases.length, biases.length), weights))
                .message(5, tensor("biases", List.of(1, biases.length), biases))
                .message(11, value("picture", input))
                .message(12, value("answer", List.of(1, biases.length)));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 13))
                .bytes();
    }

    /** Bright or dark, by the mean of a gray picture; the limit in parts of white. */
    static byte[] brightness(int side, float limit, boolean isProbable) {
        return of(List.of(1, 1, side, side), new float[] {-20, 20}, new float[] {20 * limit, -20 * limit}, isProbable);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message node(String operator, List<String> inputs, String output) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, operator);
    }

    private static Message tensor(String name, List<Integer> sizes, float[] numbers) {
        ByteBuffer raw = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(numbers);
        Message tensor = new Message();
        sizes.forEach(size -> tensor.number(1, size));
        return tensor.number(2, FLOAT).text(8, name).raw(9, raw.array());
    }

    private static Message value(String name, List<Integer> sizes) {
        Message shape = new Message();
        for (int size : sizes) {
            shape.message(1, size < 0 ? new Message().text(2, "any") : new Message().number(1, size));
        }
        Message tensor = new Message().number(1, FLOAT).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A message of protocol buffers. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(8L * field);
            varint(value);
            return this;
        }

        Message text(int field, String text) {
            return raw(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message inner) {
            return raw(field, inner.bytes());
        }

        Message raw(int field, byte[] bytes) {
            varint(8L * field + LENGTH);
            varint(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long left = value;
            while (left >= 128) {
                out.write((int) (left & 127 | 128));
                left >>= 7;
            }
            out.write((int) left);
        }
    }
}
