package org.fertivision.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.Phantoms;
import org.fertivision.server.RunningServer;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people plant in names, samples, reasons and addresses stays a text on the page. */
class HostilePageTest {
    private static final String PASSWORD = "a horse and a battery";
    private static final String HIT =
            "<img src=x onerror=window.hit=1><svg onload=window.hit=1><script>window.hit=1</script>";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static Chromium chromium;
    private static Tab tab;
    private static Path picture;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(SharedPostgres.freshDatabase(), data, Clock.systemUTC());
        HttpResponse<String> made = server.send(
                "POST",
                server.setupPath() + "/account",
                null,
                "{\"login\":\"eve\",\"name\":\"Eve " + HIT + "\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        picture = data.resolve("a" + HIT.replace("/", "").replace("\"", "").substring(0, 40) + ".png");
        Phantoms.draw("sperm-vitality", 3, Map.of("width", "300", "height", "200", "cells", "6"))
                .writePng(picture);
        chromium = Chromium.start();
        tab = chromium.tab();
        tab.screen(1200, 900, true);
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
            chromium.close();
        }
        server.close();
    }

    @Test
    void plantedMarkupStaysText() throws Exception {
        for (String planted : List.of(
                "javascript:window.hit=1", "//evil.example", "analysis/" + HIT, "new?next=https://evil.example")) {
            tab.go(server.uri("/#"
                            + planted.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20"))
                    .toString());
            tab.appears("[name=login]");
            assertThat(String.valueOf(tab.eval("location.origin")))
                    .isEqualTo(server.uri("").toString());
        }
        tab.write("[name=login]", "eve");
        tab.write("[name=password]", PASSWORD);
        tab.click("button.main");
        tab.until("document.querySelector('.person .name')");
        tab.eval("location.hash = '#new'");
        tab.appears("#kind option");
        tab.drop(".dropper", List.of(picture));
        tab.until("document.querySelectorAll('.thumbs li').length === 1");
        tab.choose("#kind", "sperm-vitality");
        tab.write("#sample", HIT);
        tab.write("#patient", HIT);
        tab.click("#measure");
        tab.appears(".summary table");
        tab.until("document.querySelector('#review-reject')");
        assertThat(tab.text(".title")).contains("<script>");
        tab.click("#review-reject");
        tab.write("[name=reason]", HIT);
        tab.click("dialog button.main");
        tab.until("document.querySelector('.said li')");
        assertThat(tab.text(".said")).contains("<script>");
        comparedAndFollowed();
        administered();
        assertThat(tab.eval("window.hit")).isNull();
        assertThat(tab.complaints()).isEmpty();
        assertThat(String.valueOf(tab.eval(
                        "document.cookie + JSON.stringify(localStorage) + document.documentElement.outerHTML")))
                .doesNotContain("__Host-fv", "csrfToken", PASSWORD)
                .doesNotContainPattern("[0-9a-f]{64}(?![0-9a-f])");
        assertThat(String.valueOf(tab.eval("JSON.stringify(localStorage)"))).doesNotContain("script");
    }

    /** Readers, microscopes and clinics have names, too. */
    private static void comparedAndFollowed() throws Exception {
        tab.eval("(async () => { const { send, change } = await import('/page/api.js'); const body = new FormData();"
                + " body.append('request', JSON.stringify({ kind: 'sperm-vitality', umPerPixel: 0.481, microscope: '"
                + HIT + "', cycleRef: '" + HIT + "' })); body.append('image', new Blob([Uint8Array.from(atob('"
                + Base64.getEncoder().encodeToString(Files.readAllBytes(picture))
                + "'), c => c.charCodeAt(0))])); const { id } = await (await send('POST', '/v1/analyses',"
                + " { body, headers: { Prefer: 'wait=25' } })).json();"
                + " await change('POST', `/v1/analyses/${id}/reviews`, { act: 'accept' }, { 'If-Match': '*' }) })()");
        tab.eval("location.hash = '#quality'");
        tab.appears("#readers-kind option[value=sperm-vitality]");
        tab.choose("#readers-kind", "sperm-vitality");
        tab.appears("#reader-second option[value^='Eve <img']");
        tab.choose("#readers-what", "code cells");
        tab.click("#readers form button");
        tab.until("document.querySelector('#agreement').innerText");
        tab.choose("#trend-kind", "sperm-vitality");
        tab.click("#trends form button");
        tab.appears("#trend-microscope option[value^='<img']");
        tab.choose("#trend-microscope", HIT);
        tab.appears("#trend circle");
    }

    private static void administered() {
        tab.click("nav a[href='#admin']");
        tab.appears("#letterhead button.main:enabled");
        tab.write("#letterhead textarea", HIT);
        tab.click("#letterhead button.main");
        tab.until("[...document.querySelectorAll('.toast')].some(one => one.textContent.includes('PDF report'))");
        tab.eval("document.querySelector('#tenants details').open = true");
        tab.write("[name=tenant]", HIT);
        tab.click("#tenants form button");
        tab.appears("#made");
        tab.click("dialog button.main");
        tab.until("document.querySelector('#tenants table').innerText.includes('<script>')");
        tab.until("!document.querySelector('dialog')");
        tab.appears("#usage table");
        assertThat(tab.eval("document.querySelector('#letterhead textarea').value"))
                .isEqualTo(HIT);
    }

    @Test
    void thePageIsFramedByNobodyAndScriptsComeFromHereAlone() throws Exception {
        HttpResponse<String> page = RunningServer.send(HttpRequest.newBuilder(server.uri("/")));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "data:", "*", "http");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(RunningServer.send(HttpRequest.newBuilder(server.uri("/page/..%2fopenapi.yaml")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(RunningServer.send(HttpRequest.newBuilder(server.uri("/page/none.js")))
                        .statusCode())
                .isEqualTo(404);
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(RunningServer.send(HttpRequest.newBuilder(server.uri("/")).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }
}
