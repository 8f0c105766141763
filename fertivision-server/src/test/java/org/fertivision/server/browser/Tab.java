package org.fertivision.server.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.fertivision.server.http.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A tab of a browser, through the DevTools protocol: what a person does with it, and what it complains of. */
final class Tab implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 60;

    private final WebSocket socket;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<?, ?>>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final StringBuilder received = new StringBuilder();

    Tab(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "DOM")) {
            call(domain + ".enable", Map.of());
        }
    }

    static Object json(String text) {
        return new Load(LoadSettings.builder().setCodePointLimit(1 << 28).build()).loadFromString(text);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        received.append(part);
        if (last) {
            Map<?, ?> message = (Map<?, ?>) json(received.toString());
            received.setLength(0);
            if (message.get("id") instanceof Integer id) {
                waiting.remove(id).complete(message);
            } else {
                heard(String.valueOf(message.get("method")), (Map<?, ?>) message.get("params"));
            }
        }
        from.request(1);
        return null;
    }

    private synchronized void heard(String event, Map<?, ?> told) {
        switch (event) {
            case "Runtime.exceptionThrown" -> complaints.add("exception " + told.get("exceptionDetails"));
            case "Log.entryAdded" -> {
                Map<?, ?> entry = (Map<?, ?>) told.get("entry");
                if ("error".equals(entry.get("level")) && !"network".equals(entry.get("source"))) {
                    complaints.add(entry.get("source") + " " + entry.get("text"));
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(String.valueOf(((Map<?, ?>) told.get("request")).get("url")));
            default -> {}
        }
    }

    /** Exceptions of scripts and breaches of the content security policy. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The addresses of all requests. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** One command of the protocol. */
    Map<?, ?> call(String method, Map<String, ?> parameters) {
        int id = count.incrementAndGet();
        CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        socket.sendText(new String(Json.bytes(message), java.nio.charset.StandardCharsets.UTF_8), true);
        try {
            Map<?, ?> told = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (told.containsKey("error")) {
                throw new AssertionError(method + ": " + told.get("error"));
            }
            return (Map<?, ?>) told.get("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " was not answered", e);
        }
    }

    /** What an expression of the page comes to. */
    Object eval(String expression) {
        Map<?, ?> told = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (told.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + told.get("exceptionDetails"));
        }
        return ((Map<?, ?>) told.get("result")).get("value");
    }

    /** Waits until an expression holds. */
    void until(String condition) {
        Object held = eval("new Promise(done => { const end = Date.now() + " + (PATIENCE_SECONDS - 10) * 1000
                + "; const look = () => { let so = false; try { so = Boolean(" + condition
                + ") } catch { so = false } if (so) done(true); else if (Date.now() > end) done(false);"
                + " else setTimeout(look, 40) }; look() })");
        if (!Boolean.TRUE.equals(held)) {
            throw new AssertionError("never came: " + condition + "; the page says: " + text("body"));
        }
    }

    /** Waits until an element is there. */
    void appears(String selector) {
        until("document.querySelector(" + quoted(selector) + ")");
    }

    /** The text of an element. */
    String text(String selector) {
        return String.valueOf(eval("document.querySelector(" + quoted(selector) + ")?.innerText"));
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Goes to an address. */
    void go(String address) {
        call("Page.navigate", Map.of("url", address));
    }

    /** Presses an element with the mouse. */
    void click(String selector) {
        appears(selector);
        List<?> place = (List<?>) eval("(() => { const e = document.querySelector(" + quoted(selector)
                + "); e.scrollIntoView({ block: 'center' }); const b = e.getBoundingClientRect();"
                + " return [b.x + b.width / 2, b.y + b.height / 2] })()");
        clickAt(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
    }

    /** Presses a place of the screen, of the tab before all others: one behind them answers the mouse after seconds only. */
    void clickAt(double x, double y) {
        call("Page.bringToFront", Map.of());
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
        }
    }

    /** Drags from a place of the screen to another. */
    void drag(double fromX, double fromY, double toX, double toY) {
        mouse("mouseMoved", fromX, fromY, 0);
        mouse("mousePressed", fromX, fromY, 1);
        mouse("mouseMoved", toX, toY, 1);
        mouse("mouseReleased", toX, toY, 0);
    }

    private void mouse(String type, double x, double y, int buttons) {
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", buttons, "clickCount", 1));
    }

    /** Writes into a field, in place of what it held. */
    void write(String selector, String text) {
        click(selector);
        eval("document.querySelector(" + quoted(selector) + ").select()");
        call("Input.insertText", Map.of("text", text));
    }

    /** Writes where the focus is, key by key. */
    void type(String text) {
        text.chars().forEach(letter -> key(Character.toString(letter)));
    }

    /** Chooses files where a page asks for them. */
    void files(String selector, List<Path> files) {
        Map<?, ?> found =
                call("Runtime.evaluate", Map.of("expression", "document.querySelector(" + quoted(selector) + ")"));
        String element = String.valueOf(((Map<?, ?>) found.get("result")).get("objectId"));
        call(
                "DOM.setFileInputFiles",
                Map.of(
                        "objectId",
                        element,
                        "files",
                        files.stream().map(Path::toString).toList()));
    }

    /** Chooses an entry of a select. */
    void choose(String selector, String value) {
        appears(selector);
        eval("(() => { const e = document.querySelector(" + quoted(selector) + "); e.value = " + quoted(value)
                + "; e.dispatchEvent(new Event('change', { bubbles: true })) })()");
    }

    /** Presses a key. */
    void key(String key) {
        Map<String, Object> down = new LinkedHashMap<>(Map.of("type", "keyDown", "key", key));
        int code = Map.of(
                        "Tab",
                        9,
                        "Enter",
                        13,
                        "Escape",
                        27,
                        "ArrowLeft",
                        37,
                        "ArrowUp",
                        38,
                        "ArrowRight",
                        39,
                        "ArrowDown",
                        40)
                .getOrDefault(key, key.length() == 1 ? (int) Character.toUpperCase(key.charAt(0)) : 0);
        down.put("windowsVirtualKeyCode", code);
        if (key.length() == 1) {
            down.put("text", key);
        } else if (key.equals("Enter")) {
            down.put("text", "\r");
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
    }

    /** Drops files on an element. */
    void drop(String selector, List<Path> files) {
        List<?> place = (List<?>) eval("(() => { const b = document.querySelector(" + quoted(selector)
                + ").getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2] })()");
        Map<String, Object> data = Map.of(
                "items", List.of(), "files", files.stream().map(Path::toString).toList(), "dragOperationsMask", 1);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            call("Input.dispatchDragEvent", Map.of("type", type, "x", place.get(0), "y", place.get(1), "data", data));
        }
    }

    /** How large the screen is, light or dark. */
    void screen(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Keeps what is seen as a JPEG. */
    void screenshot(Path file) throws IOException {
        Map<?, ?> told = call("Page.captureScreenshot", Map.of("format", "jpeg", "quality", 82));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(told.get("data"))));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
