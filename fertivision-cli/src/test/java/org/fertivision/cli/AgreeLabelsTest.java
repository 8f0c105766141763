package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreeLabelsTest {
    private static final String ITEMS = """
            field,item,xPx,yPx,vitality,excluded
            0,0,10,10,live,
            0,1,50,10,dead,
            0,2,90,10,live,
            1,0,10,10,dead,
            1,1,60,60,live,
            1,2,80,80,,too-small
            """;

    @TempDir
    private Path folder;

    @Test
    void comparesWordsByFieldAndItem() throws IOException {
        String reader = "field,item,vitality\n0,0,live\n0,1,dead\n0,2,dead\n1,0,dead\n1,1,live\n1,2,dead\n";

        Ran ran = Ran.command("agree", file("a.csv", ITEMS), file("b.csv", reader), "--label", "vitality");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("vitality: 5 pairs by field and item, 1 without a partner\n")
                .contains("A in rows, B in columns");
        assertThat(ran.out().lines())
                .anySatisfy(line -> assertThat(line).matches(" +same word, % +80.*"))
                // p_o 0.8, p_e 0.4 x 0.6 + 0.6 x 0.4 = 0.48
                .anySatisfy(line -> assertThat(line).matches(" +kappa +0\\.6154 .*"))
                .anySatisfy(line -> assertThat(line).matches(" +live +1 +2"))
                .anySatisfy(line -> assertThat(line).matches(" +field 1 item 2 +excluded in A \\(too-small\\)"));
    }

    @Test
    void aReaderWhoKnowsNoNumbersIsMatchedByPlace() throws IOException {
        String reader = "field,xPx,yPx,vitality\n0,12,11,live\n0,49,8,dead\n0,300,10,live\n1,11,9,dead\n1,61,63,live\n";

        Ran ran = Ran.command(
                "agree",
                file("a.csv", ITEMS),
                file("b.csv", reader),
                "--label",
                "vitality",
                "--within",
                "6px",
                "--format",
                "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("\"n\":4", "\"same\":4", "by place, the nearest first, at most 6 px apart")
                .contains("{\"name\":\"field 0 at 90, 10\",\"reason\":\"no row in B\"}")
                .contains("{\"name\":\"field 0 at 300, 10\",\"reason\":\"no row in A\"}");
    }

    @Test
    void oneWordAgainstAllOthersAndWordsWithAnOrder() throws IOException {
        String a = file("a.csv", "specimen,strict\np,normal\nq,large tapered\nr,round\ns,normal\n");
        String b = file("b.csv", "specimen,strict\np,normal\nq,small\nr,normal\ns,normal\n");
        String c = file("c.csv", "specimen,scd\np,none\nq,small\nr,large\n");

        assertThat(Ran.command("agree", a, b, "--label", "strict", "--term", "normal")
                        .out())
                .contains("not normal", "by specimen");
        assertThat(Ran.command("agree", c, c, "--label", "scd", "--ordered", "none,small,medium,large")
                        .out())
                .contains("kappa, quadratic weights");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        String a = file("a.csv", ITEMS);
        String noPlace = file("b.csv", "field,item,vitality\n0,0,live\n");

        assertThat(Ran.command("agree", a, noPlace, "--label", "vitalty").err())
                .contains("A has no column 'vitalty'", "Did you mean vitality?");
        assertThat(Ran.command("agree", a, noPlace, "--label", "vitality", "--within", "6px")
                        .err())
                .contains("B has no column 'xPx'; rows are joined by the columns field, xPx, yPx");
        assertThat(Ran.command("agree", a, noPlace, "--label", "vitality", "--within", "6um")
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.command("agree", a, noPlace, "--term", "live").err()).contains("--label only");
        assertThat(Ran.command("agree", a, noPlace, "--label", "vitality").err())
                .contains("3 pairs or more");
        assertThat(Ran.command(
                                "agree",
                                a,
                                file("c.csv", "field,item,xPx,yPx,vitality\n0,0,x,1,live\n"),
                                "--label",
                                "vitality",
                                "--within",
                                "6px")
                        .err())
                .contains("B: 'x' in column xPx is no place in pixels");
        assertThat(Ran.command("agree", a, a, "--label", "vitality", "--code", "xPx")
                        .exit())
                .isEqualTo(2);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
