import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fertivision.phantom.Phantoms;

/** Draws so many small specimens into a folder, each with a seed of its own. */
final class DrawSpecimens {
    private DrawSpecimens() {}

    public static void main(String[] args) throws IOException {
        int specimens = Integer.parseInt(args[1]);
        for (int seed = 1; seed <= specimens; seed++) {
            Path image = Path.of(args[0], "specimen-" + seed + ".png");
            Files.delete(Phantoms.of("sperm-vitality")
                    .seed(seed)
                    .with("width", Integer.toString(64 + seed % 5 * 32))
                    .with("height", "64")
                    .with("cells", Integer.toString(1 + seed % 3))
                    .draw()
                    .write(image));
        }
    }
}
