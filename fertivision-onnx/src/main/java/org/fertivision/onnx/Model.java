package org.fertivision.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A model that was loaded and held against its contract. It computes on the thread that asks, one picture at a time, so
 * that its numbers depend on nothing else. Thread-safe; it is not closed while somebody asks.
 */
final class Model implements AutoCloseable {
    private static final long ANY = -1;

    private final ModelContract contract;
    private final OrtSession session;
    private final String input;
    private final long[] shape;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean isClosed;

    private Model(ModelContract contract, OrtSession session, String input) {
        this.contract = contract;
        this.session = session;
        this.input = input;
        ModelContract.Picture picture = contract.picture();
        this.shape = new long[] {1, picture.channels(), picture.height(), picture.width()};
    }

    /**
     * Loads a model.
     *
     * @throws IllegalArgumentException if it is none, or is not as the contract says
     */
    static Model load(byte[] bytes, ModelContract contract) {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setDeterministicCompute(true);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            OrtSession session = runtime.createSession(bytes, options);
            try {
                return new Model(contract, session, input(session, contract));
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    contract.id() + ": ONNX Runtime cannot load the model: " + e.getMessage(), e);
        }
    }

    /** The version of the runtime that computes. */
    static String runtime() {
        return "ONNX Runtime "
                + OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL)
                        .getVersion();
    }

    private static String input(OrtSession session, ModelContract contract) throws OrtException {
        NodeInfo in = only(session.getInputInfo(), "input", contract);
        NodeInfo out = only(session.getOutputInfo(), "output", contract);
        ModelContract.Picture picture = contract.picture();
        long[] wanted = {1, picture.channels(), picture.height(), picture.width()};
        refuseOther(in, wanted, "takes", contract);
        refuseOther(out, new long[] {1, contract.labels().size()}, "answers", contract);
        return in.getName();
    }

    private static NodeInfo only(Map<String, NodeInfo> nodes, String what, ModelContract contract) {
        if (nodes.size() != 1) {
            throw new IllegalArgumentException(
                    contract.id() + ": the model has " + nodes.size() + " " + what + "s, not one: " + nodes.keySet());
        }
        return nodes.values().iterator().next();
    }

    private static void refuseOther(NodeInfo node, long[] wanted, String verb, ModelContract contract) {
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new IllegalArgumentException(
                    contract.id() + ": the model " + verb + " no floats of 32 bits but " + node.getInfo());
        }
        long[] found = tensor.getShape();
        boolean fits = found.length == wanted.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = found[i] == wanted[i] || found[i] == ANY;
        }
        if (!fits) {
            throw new IllegalArgumentException(contract.id() + ": the model " + verb + " " + Arrays.toString(found)
                    + ", the contract says " + Arrays.toString(wanted));
        }
    }

    /**
     * Its numbers for a picture, one for each label.
     *
     * @throws IllegalStateException if it was closed, fails, or answers otherwise than the contract says
     */
    float[] answer(float[] samples) {
        use.readLock().lock();
        try {
            if (isClosed) {
                throw new IllegalStateException(contract.id() + " was closed");
            }
            OrtEnvironment runtime = OrtEnvironment.getEnvironment();
            try (OnnxTensor tensor = OnnxTensor.createTensor(runtime, FloatBuffer.wrap(samples), shape);
                    OrtSession.Result result = session.run(Map.of(input, tensor))) {
                return checked(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        } catch (OrtException e) {
            throw new IllegalStateException(contract.id() + ": the model fails: " + e.getMessage(), e);
        } finally {
            use.readLock().unlock();
        }
    }

    private float[] checked(FloatBuffer numbers) {
        float[] answer = new float[numbers.remaining()];
        numbers.get(answer);
        boolean isProbable = contract.meaning() == ModelContract.Meaning.PROBABILITIES;
        double sum = 0;
        for (float number : answer) {
            if (!Float.isFinite(number) || (isProbable && !(number >= 0 && number <= 1 + TOLERANCE))) {
                throw new IllegalStateException(contract.id() + " answers " + number);
            }
            sum += number;
        }
        if (answer.length != contract.labels().size() || (isProbable && Math.abs(sum - 1) > TOLERANCE)) {
            throw new IllegalStateException(
                    contract.id() + " answers " + answer.length + " numbers that sum up to " + sum);
        }
        return answer;
    }

    /** How far rounding carries the sum of probabilities from 1. */
    private static final double TOLERANCE = 1e-3;

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(contract.id() + " cannot be closed: " + e.getMessage(), e);
        } finally {
            use.writeLock().unlock();
        }
    }
}
