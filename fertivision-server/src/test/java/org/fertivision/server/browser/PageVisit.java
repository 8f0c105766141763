package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;

/**
 * A server of its own with one account, and a browser in front of it.
 *
 * @param server the server
 * @param chromium the browser
 * @param tab its first tab, which shows nothing yet
 * @param login under what the person signs in
 */
record PageVisit(RunningServer server, Chromium chromium, Tab tab, String login) implements AutoCloseable {
    static final String PASSWORD = "a horse and a battery";
    private static final int MOST_TABS = 120;

    /** Starts both for a person who may do everything. */
    static PageVisit of(Path data, String login, String name) throws Exception {
        RunningServer server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        server.send(
                "POST",
                server.setupPath() + "/account",
                null,
                "{\"login\":\"" + login + "\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}");
        Chromium chromium;
        try {
            chromium = Chromium.start();
        } catch (Exception | Error e) {
            server.close();
            throw e;
        }
        Tab tab = chromium.tab();
        tab.screen(1440, 1000, false);
        return new PageVisit(server, chromium, tab, login);
    }

    /** Has axe-core look at what is shown, with {@code -Dfertivision.axe=AXE.MIN.JS}. */
    static void looked(Tab tab, String name) throws IOException {
        String axe = System.getProperty("fertivision.axe");
        if (axe != null) {
            tab.eval(Files.readString(Path.of(axe)) + "; 0");
            assertThat(tab.eval("axe.run().then(found => JSON.stringify(found.violations"
                            + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                            + ".map(one => [one.id, one.nodes.map(node => node.html)])))"))
                    .as(name)
                    .isEqualTo("[]");
        }
    }

    /** The person signs in. */
    PageVisit signedIn() {
        signIn(tab, server.uri("/").toString(), login);
        return this;
    }

    /** Somebody signs in at an address of the server. */
    static void signIn(Tab tab, String address, String login) {
        tab.go(address);
        tab.appears("[name=login]");
        tab.write("[name=login]", login);
        tab.write("[name=password]", PASSWORD);
        tab.click("button.main");
        tab.appears("#kind option");
    }

    /** Chooses files and their kind on the page. */
    void choose(String kind, List<Path> files) {
        tab.eval("location.hash = '#new'");
        tab.appears("#kind option[value=" + kind + "]");
        tab.drop(".dropper", files);
        tab.until("document.querySelectorAll('.thumbs li').length === " + files.size());
        tab.choose("#kind", kind);
    }

    /** Waits until so many acts are said of the result that is shown. */
    static void said(Tab tab, int count) {
        tab.until("document.querySelectorAll('.said > li').length === " + count
                + " && !document.querySelector('.review[aria-busy]')");
    }

    /** Goes on with Tab until the element has the focus. */
    static void reach(Tab tab, String selector) {
        tab.appears(selector);
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(tab.eval("document.activeElement.matches(" + Tab.quoted(selector) + ")"))) {
                return;
            }
            tab.key("Tab");
        }
        throw new AssertionError("the keyboard does not get to " + selector);
    }

    @Override
    public void close() {
        tab.close();
        chromium.close();
        server.close();
    }
}
