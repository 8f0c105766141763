package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A crowd of swimmers: how many of which kind, and how fast.
 *
 * @param choices the settings
 */
record School(Choices choices) {
    private static final int TRIES = 3000;
    private static final double DIFFUSION_UM2_PER_S = 0.06;
    private static final double TWITCH_UM = 1.5;
    private static final int CHECKS = 24;

    static List<Setting> settings() {
        return List.of(
                Setting.whole("cells", 60, "1", 0, 5000, "sperm in view, in the mean over the film"),
                Setting.number("motile", 66.7, "%", 0, 100, "sperm that move"),
                Setting.choice(
                        "swim",
                        List.of("mixed", "straight", "sine", "circle", "helix", "jitter", "star-spin", "twitching"),
                        "how moving sperm swim; mixed: sines, circles and twitching ones"),
                Setting.number("circling", 8, "%", 0, 100, "moving sperm of a mixed film that swim in circles"),
                Setting.number("twitching", 8, "%", 0, 100, "moving sperm of a mixed film that beat on the spot"),
                Setting.number("speedLeast", 25, "um/s", 0, 500, "least speed of progressive sperm"),
                Setting.number("speedMost", 100, "um/s", 0, 500, "greatest speed of progressive sperm"),
                Setting.number("amplitudeLeast", 1, "um", 0, 10, "least amplitude of the beat"),
                Setting.number("amplitudeMost", 3, "um", 0, 10, "greatest amplitude of the beat"),
                Setting.number("beatLeast", 6, "Hz", 0.1, 50, "slowest beat"),
                Setting.number("beatMost", 14, "Hz", 0.1, 50, "fastest beat"),
                Setting.flag("isolated", false, "whether heads stay apart and in view throughout"),
                Setting.number("gapUm", 8, "um", 0, 100, "least distance between the centers of isolated heads"),
                Setting.whole(
                        "crossings", 0, "1", 0, 500, "pairs whose courses cross in mid-film at 15 to 90 degrees"));
    }

    static School of(Choices choices) {
        return new School(choices);
    }

    int cells() {
        return choices.whole("cells");
    }

    List<Swimmer> draw(long seed, Microscope microscope, double seconds, HeadSize size, Tone tone, Tails tails) {
        Chance places = Chance.of(seed, "places");
        Chance shapes = Chance.of(seed, "shapes");
        List<Course> courses = new ArrayList<>();
        crossing(courses, microscope, seconds, places);
        if (choices.flag("isolated")) {
            isolated(courses, microscope, seconds, seed, places);
        } else {
            passing(courses, microscope, seconds, seed, places);
        }
        List<Swimmer> swimmers = new ArrayList<>();
        for (Course course : courses) {
            swimmers.add(
                    new Swimmer(swimmers.size() + 1, course, size.draw(shapes), tails.draw(shapes), tone.draw(shapes)));
        }
        return swimmers;
    }

    /** Heads that swim through the view, as many in view at any time as were asked for. */
    private void passing(List<Course> courses, Microscope microscope, double seconds, long seed, Chance places) {
        double widthUm = microscope.width() * microscope.umPerPixel();
        double heightUm = microscope.height() * microscope.umPerPixel();
        int resting = (int) Math.round(cells() * (1 - choices.share("motile")));
        for (int i = 0; i < resting; i++) {
            courses.add(dead(seconds, seed, i, places).from(widthUm * places.uniform(), heightUm * places.uniform()));
        }
        double margin = choices.number("speedMost") * seconds;
        double density = (cells() - resting) / (widthUm * heightUm);
        int swimming = (int) Math.round(density * (widthUm + 2 * margin) * (heightUm + 2 * margin));
        for (int i = 0; i < swimming; i++) {
            Course course = moving(seconds, seed, resting + i, places);
            courses.add(
                    course.from(places.between(-margin, widthUm + margin), places.between(-margin, heightUm + margin)));
        }
        courses.removeIf(course -> !comesIntoView(course, widthUm, heightUm, seconds));
    }

    private static boolean comesIntoView(Course course, double widthUm, double heightUm, double seconds) {
        int checks = Math.max(CHECKS, (int) (50 * seconds));
        for (int i = 0; i <= checks; i++) {
            double x = course.xUm(seconds * i / checks);
            double y = course.yUm(seconds * i / checks);
            if (x > -20 && y > -20 && x < widthUm + 20 && y < heightUm + 20) {
                return true;
            }
        }
        return false;
    }

    /** Heads that stay in view and apart. */
    private void isolated(List<Course> courses, Microscope microscope, double seconds, long seed, Chance places) {
        double widthUm = microscope.width() * microscope.umPerPixel();
        double heightUm = microscope.height() * microscope.umPerPixel();
        double gap = choices.number("gapUm");
        int resting = (int) Math.round(cells() * (1 - choices.share("motile")));
        for (int i = 0; i < cells(); i++) {
            int tries = 0;
            Course course;
            do {
                if (tries++ > TRIES) {
                    throw new BadSettingException("no more than " + courses.size()
                            + " sperm stay apart: ask for fewer cells, a smaller gapUm or a larger image");
                }
                Course still = i < resting ? dead(seconds, seed, i, places) : moving(seconds, seed, i, places);
                course = still.from(widthUm * places.uniform(), heightUm * places.uniform());
            } while (!fits(course, courses, gap, widthUm, heightUm, seconds));
            courses.add(course);
        }
    }

    private static boolean fits(
            Course course, List<Course> others, double gap, double widthUm, double heightUm, double seconds) {
        double margin = gap / 2 + 2;
        int checks = Math.max(CHECKS, (int) (50 * seconds));
        for (int i = 0; i <= checks; i++) {
            double time = seconds * i / checks;
            double x = course.xUm(time);
            double y = course.yUm(time);
            if (x < margin || y < margin || x > widthUm - margin || y > heightUm - margin) {
                return false;
            }
            for (Course other : others) {
                double dx = x - other.xUm(time);
                double dy = y - other.yUm(time);
                if (dx * dx + dy * dy < gap * gap) {
                    return false;
                }
            }
        }
        return true;
    }

    private void crossing(List<Course> courses, Microscope microscope, double seconds, Chance places) {
        for (int i = 0; i < choices.whole("crossings"); i++) {
            double x = microscope.width() * microscope.umPerPixel() * places.between(0.15, 0.85);
            double y = microscope.height() * microscope.umPerPixel() * places.between(0.15, 0.85);
            double heading = places.between(0, 2 * Math.PI);
            double angle = StrictMath.toRadians(places.between(15, 90));
            double meets = seconds * places.between(0.4, 0.6);
            double speed = speed(places);
            courses.add(meeting(x, y, meets, beating(speed, heading, places)));
            courses.add(meeting(x, y, meets, beating(i % 2 == 0 ? speed : speed(places), heading + angle, places)));
        }
    }

    private static Course meeting(double xUm, double yUm, double timeS, Course course) {
        return course.from(xUm - course.xUm(timeS), yUm - course.yUm(timeS));
    }

    private Course dead(double seconds, long seed, int number, Chance places) {
        return Course.immotile(places.between(0, 2 * Math.PI), DIFFUSION_UM2_PER_S, seconds, seed * 10_007 + number);
    }

    private Course moving(double seconds, long seed, int number, Chance places) {
        double heading = places.between(0, 2 * Math.PI);
        String swim = choices.word("swim");
        if (swim.equals("mixed")) {
            double kind = places.uniform();
            swim = kind < choices.share("circling")
                    ? "circle"
                    : kind < choices.share("circling") + choices.share("twitching") ? "twitching" : "sine";
        }
        return switch (swim) {
            case "straight" -> Course.straight(speed(places), heading);
            case "circle" ->
                Course.circle(
                        speed(places),
                        heading,
                        places.between(20, 60) * (places.uniform() < 0.5 ? -1 : 1),
                        amplitude(places),
                        beatHz(places),
                        places.between(0, 2 * Math.PI));
            case "helix" ->
                Course.helix(speed(places), heading, amplitude(places), beatHz(places), places.between(0, 2 * Math.PI));
            case "jitter" ->
                Course.jitter(
                        speed(places), heading, amplitude(places), beatHz(places), seconds, seed * 10_007 + number);
            case "star-spin" -> Course.starSpin(heading, places.between(1.5, 2.5));
            case "twitching" -> Course.twitching(heading, TWITCH_UM, beatHz(places), places.between(0, 2 * Math.PI));
            default -> beating(speed(places), heading, places);
        };
    }

    private Course beating(double speed, double heading, Chance places) {
        return Course.sine(speed, heading, amplitude(places), beatHz(places), places.between(0, 2 * Math.PI));
    }

    private double speed(Chance places) {
        return between("speedLeast", "speedMost", places);
    }

    private double amplitude(Chance places) {
        return between("amplitudeLeast", "amplitudeMost", places);
    }

    private double beatHz(Chance places) {
        return between("beatLeast", "beatMost", places);
    }

    private double between(String least, String most, Chance places) {
        double low = choices.number(least);
        double high = choices.number(most);
        if (low > high) {
            throw new BadSettingException(least + " is at most " + most);
        }
        return places.between(low, high);
    }
}
