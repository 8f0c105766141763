package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void comparesSpecimensByNameAndListsThoseWithoutAPartner() throws IOException {
        String a = file("a.csv", """
                specimen,live,liveUnit,liveReason
                s1,60,%,
                s2,70,%,
                s3,80,%,
                s4,55,%,
                only here,50,%,
                s6,,%,uncalibrated
                """);
        String b = file("b.csv", "specimen,live\r\ns4,54\r\ns3,81\r\n\"s2\",69\r\ns1,62\r\ns6,40\r\n");

        Ran ran = Ran.command("agree", a, b, "--code", "live");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("live (%): 4 pairs, 2 without a partner\n");
        assertThat(ran.out().lines())
                .anySatisfy(line -> assertThat(line).matches(" +mean of A +66\\.25"))
                .anySatisfy(line -> assertThat(line).matches(" +bias, A - B +-0\\.25 +-2\\.637 to 2\\.137"))
                .anySatisfy(line -> assertThat(line).matches(" +SD of differences +1\\.5"))
                .anySatisfy(line -> assertThat(line).matches(" +only here +no row in B"))
                .anySatisfy(line -> assertThat(line).matches(" +s6 +not measured in A \\(uncalibrated\\)"));
    }

    @Test
    void comparesObjectsByFieldAndItemLessTheExcluded() throws IOException {
        String header = "field,item,headArea,excluded\n";
        String a = file("a.csv", header + "0,0,10,\n0,1,11,\n1,0,12,\n1,1,30,too-large\n");
        String b = file("b.csv", header + "0,0,10,\n0,1,12,\n1,0,12,\n1,1,31,\n");

        Ran ran = Ran.command("agree", a, b, "--code", "headArea", "--format", "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("{\"bias\":{\"ci95\":[")
                .contains("\"n\":3,", "\"name\":\"field 1 item 1\",\"reason\":\"excluded in A (too-large)\"");
        assertThat(ran.out().lines()).hasSize(1);
    }

    @Test
    void writesPageAndPlotThatNeedNothingElse() throws IOException {
        String a = file("a.csv", "specimen,x\n<b>1</b>,1\nq,2\nr,3\nz,\n");
        String b = file("b.csv", "specimen;x\n<b>1</b>;1.5\nq;2\nr;3.25\n");
        Path out = folder.resolve("out");

        Ran ran = Ran.command("agree", a, b, "--code", "x", "--out", out.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Tree.of(out)).containsOnlyKeys("agreement.html", "agreement.json", "agreement.svg");
        assertThat(Files.readString(out.resolve("agreement.svg")))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<title>&lt;b&gt;1&lt;/b&gt;</title>");
        assertThat(Files.readString(out.resolve("agreement.html")))
                .contains("<svg", "3 pairs", "z: not measured in A; no row in B")
                .doesNotContain("<b>", "src=", "href=", "<script");
        assertThat(Ran.command("agree", a, b, "--code", "x", "--out", out.toString())
                        .exit())
                .isEqualTo(12);
        assertThat(Ran.command("agree", a, b, "--code", "x", "--out", out.toString(), "--force")
                        .exit())
                .isZero();
    }

    @Test
    void saysWhatCannotBeCompared() throws IOException {
        String a = file("a.csv", "specimen,area,areaUnit\np,1,um2\nq,2,um2\nr,3,um2\n");
        String pixels = file("pixels.csv", "specimen,area,areaUnit\np,1,px2\nq,2,px2\nr,3,px2\n");
        String twice = file("twice.csv", "specimen,area\np,1\np,2\n");
        String few = file("few.csv", "specimen,area\np,1\nq,x\n");
        String nameless = file("nameless.csv", "name,area\np,1\n");
        String ragged = file("ragged.csv", "specimen,area\np\n");

        isRefused(6, "different units", a, pixels);
        isRefused(6, "two rows for 'p'", a, twice);
        isRefused(
                6, "3 pairs or more, and there are 1 (2 rows without a partner, such as q: no number in B: x)", a, few);
        isRefused(6, "neither a column 'specimen'", a, nameless);
        isRefused(3, "row 1 has 1 cells for 2 columns", a, ragged);
        isRefused(3, "empty", a, file("empty.csv", ""));
        isRefused(12, "no file or folder", a, folder.resolve("nowhere").toString());
        assertThat(Ran.command("agree", a, a, "--code", "aera").err()).contains("Did you mean area?");
        assertThat(Ran.command("agree", a, a).exit()).isEqualTo(2);
    }

    private static void isRefused(int exit, String because, String a, String b) {
        Ran ran = Ran.command("agree", a, b, "--code", "area");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err()).contains(because).containsOnlyOnce("\n");
        assertThat(ran.out()).isEmpty();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
