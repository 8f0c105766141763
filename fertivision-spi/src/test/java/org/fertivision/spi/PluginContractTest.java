package org.fertivision.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every plug-in promises. Extend {@link AnalyzerContractTest}, {@link ScorerContractTest} or
 * {@link FrameReaderContractTest}, not this.
 *
 * @param <P> the socket
 */
abstract class PluginContractTest<P extends Plugin> {
    static final int THREADS = 8;
    private static final String OURS = "org.fertivision.";

    /** The plug-in. A new object at each call or always the same one. */
    protected abstract P plugin();

    /** Whether its owner builds it (from a model file, say), so that it has no public constructor without arguments. */
    protected boolean isBuiltByItsOwner() {
        return false;
    }

    /** The role that the socket asks for. */
    abstract Descriptor.Role role();

    @Test
    final void describesItselfAlikeAtEveryCall() throws Exception {
        P plugin = plugin();
        Descriptor first = plugin.descriptor();
        assertNotNull(first, "descriptor() answers");
        assertEquals(first, plugin.descriptor(), "descriptor() is equal at every call");
        assertEquals(first, plugin().descriptor(), "two objects of one plug-in describe themselves alike");
        for (Descriptor other : inThreads(plugin::descriptor)) {
            assertEquals(first, other, "descriptor() is equal in every thread");
        }
    }

    @Test
    final void describesTheRoleThatItPlays() {
        assertEquals(role(), plugin().descriptor().role(), "the descriptor's role is that of the socket");
    }

    @Test
    final void usesAVendorNameOfItsOwn() {
        boolean ours = plugin().getClass().getName().startsWith(OURS);
        assertTrue(
                ours || !plugin().descriptor().id().isReserved(),
                "the vendor '" + Id.RESERVED_VENDOR + "' is reserved: take your own, such as 'acme'");
    }

    @Test
    final void saysWhatItIsForAndWhatItRestsOn() {
        Descriptor about = plugin().descriptor();
        assertFalse(about.intendedUse().isBlank(), "the descriptor says what the plug-in is for");
        assertTrue(
                role() == Descriptor.Role.READER || !about.sources().isEmpty(),
                "the descriptor names a guideline or paper (source) that its figures rest on");
    }

    @Test
    final void canBeBuiltByAnyoneUnlessItsOwnerDoes() throws ReflectiveOperationException {
        if (isBuiltByItsOwner()) {
            return;
        }
        Class<?> type = plugin().getClass();
        assertTrue(Modifier.isPublic(type.getModifiers()), type + " is public");
        assertFalse(Modifier.isAbstract(type.getModifiers()), type + " is not abstract");
        Plugin another = (Plugin) type.getConstructor().newInstance();
        assertEquals(plugin().descriptor(), another.descriptor(), "the constructor without arguments makes the same");
    }

    @Test
    final void readsBackTheDefaultsOfItsParameters() {
        for (Parameter<?> parameter : plugin().descriptor().parameters()) {
            readBackDefault(parameter);
        }
    }

    private static <T> void readBackDefault(Parameter<T> parameter) {
        parameter
                .defaultValue()
                .ifPresent(value -> assertEquals(
                        parameter.print(value),
                        parameter.print(parameter.parse(parameter.print(value))),
                        "the default of " + parameter.name() + " is read back from its text"));
    }

    /** The same done by eight threads at once. */
    static <T> List<T> inThreads(Callable<T> what) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                calls.add(what);
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same done where Turkish is spoken: no dot on the small i, a comma in decimals. */
    static <T> T inTurkish(Callable<T> what) throws Exception {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            return what.call();
        } finally {
            Locale.setDefault(usual);
        }
    }
}
