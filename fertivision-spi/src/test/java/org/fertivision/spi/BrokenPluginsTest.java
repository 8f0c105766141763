package org.fertivision.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Label;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Score;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.junit.jupiter.api.Test;

/** Each promise of the contracts, broken once: the contract's test notices. */
class BrokenPluginsTest {
    @Test
    void aDescriptionThatChangesIsNoticed() {
        AtomicInteger calls = new AtomicInteger();
        notices(contract(new BrightSpots() {
            @Override
            public Descriptor descriptor() {
                return Descriptor.analyzer("acme.spots", "1.0." + calls.incrementAndGet())
                        .title("Spots")
                        .build();
            }
        })::describesItselfAlikeAtEveryCall);
    }

    @Test
    void aDescriptionOfAnotherRoleIsNoticed() {
        AnalyzerContractTest contract = contract(new BrightSpots() {
            @Override
            public Descriptor descriptor() {
                return Descriptor.scorer("acme.spots", "1.0.0")
                        .scores("sperm-count")
                        .title("Spots")
                        .build();
            }
        });
        notices(contract::describesTheRoleThatItPlays);
        notices(contract::saysWhatItIsForAndWhatItRestsOn);
    }

    @Test
    void aPluginThatNobodyCanBuildIsNoticed() {
        assertThatExceptionOfType(Throwable.class)
                .isThrownBy(contract(new BrightSpots() {})::canBeBuiltByAnyoneUnlessItsOwnerDoes);
    }

    @Test
    void aPluginThatNeverLooksAtTheClockIsNoticed() {
        AnalyzerContractTest contract = contract(new BrightSpots() {
            @Override
            public FieldOfView look(Frames frames, Settings settings, Work work) {
                return super.look(frames, settings, Work.unlimited());
            }
        });
        notices(contract::stopsWhenCalledOff);
        notices(contract::stopsAtItsDeadline);
    }

    @Test
    void stateKeptBetweenLooksIsNoticed() {
        AtomicInteger looks = new AtomicInteger();
        AnalyzerContractTest contract = contract(new BrightSpots() {
            @Override
            public FieldOfView look(Frames frames, Settings settings, Work work) {
                FieldOfView seen = super.look(frames, settings, work);
                return looks.incrementAndGet() % 3 == 0 ? seen.holding(List.of()) : seen;
            }
        });
        notices(contract::seesTheSameTwice);
        notices(contract::seesTheSameInEveryThread);
    }

    @Test
    void aFigureThatDependsOnTheLocaleIsNoticed() {
        notices(contract(labeling(seen -> "live".toUpperCase(Locale.getDefault())))::seesTheSameWhereTurkishIsSpoken);
    }

    @Test
    void whatIsNotDeclaredIsNoticed() {
        notices(contract(new BrightSpots() {
            @Override
            public FieldOfView look(Frames frames, Settings settings, Work work) {
                FieldOfView seen = super.look(frames, settings, work);
                return seen.holding(seen.items().stream()
                        .map(i -> Item.of(
                                i.id(),
                                i.center(),
                                i.outline(),
                                i.box(),
                                List.of(Reading.measured(FieldMeasures.LIVE_SIGNAL, 1, "m")),
                                List.of()))
                        .toList());
            }
        })::saysOfItemsOnlyWhatItDeclares);
    }

    @Test
    void aSummaryThatLeavesAMeasureOutIsNoticed() {
        AnalyzerContractTest contract =
                contract(summing(s -> new Summary(s.readings().subList(0, 1))));
        notices(contract::sumsUpWhatItWasGivenAndAnswersForEveryMeasure);
        notices(contract::sumsUpOneField);
        notices(contract::meetsOddPicturesWithAnAnswerOrARejection);
    }

    @Test
    void aZeroWithoutAnUpperBoundIsNoticed() {
        notices(contract(summing(s -> new Summary(List.of(
                Reading.measured(SpermMeasures.CELLS, 0, "counted"),
                s.readings().get(1)))))::findsZeroWhereNothingIs);
        notices(contract(summing(s -> new Summary(List.of(
                Reading.notMeasured(SpermMeasures.CELLS, "none"), s.readings().get(1)))))::findsZeroWhereNothingIs);
    }

    @Test
    void aSummaryThatDependsOnTheOrderIsNoticed() {
        AnalyzerContractTest contract = contract(new BrightSpots() {
            @Override
            public Findings summarize(List<FieldOfView> fields, Settings settings) {
                Findings right = super.summarize(fields, settings);
                int first = fields.get(0).items().size()
                        + fields.get(0).items().stream()
                                .mapToInt(Item::id)
                                .findFirst()
                                .orElse(0);
                Reading cells = Reading.measured(SpermMeasures.CELLS, first, "first");
                return Findings.of(
                        right.kind(),
                        fields,
                        new Summary(List.of(cells, right.summary().readings().get(1))));
            }
        });
        notices(contract::sumsUpTheSameInAnyOrderOfFields);
        notices(contract::sumsUpTheSameInAnyOrderOfItems);
    }

    @Test
    void micrometersWithoutACalibrationAreNoticed() {
        notices(
                contract(summing(s -> new Summary(
                        List.of(s.readings().get(0), Reading.measured(BrightSpots.MEAN_AREA, 7, "guessed")))))
                        ::givesNoLengthWhereNobodySaidHowLargeAPixelIs);
    }

    @Test
    void aFailureOnAnOddPictureIsNoticed() {
        notices(contract(new BrightSpots() {
            @Override
            public FieldOfView look(Frames frames, Settings settings, Work work) {
                if (frames.width() < 8) {
                    throw new ArrayIndexOutOfBoundsException("8");
                }
                return super.look(frames, settings, work);
            }
        })::meetsOddPicturesWithAnAnswerOrARejection);
    }

    @Test
    void aScorerThatGuessesIsNoticed() {
        ScorerContractTest contract = contract(new DemoCount() {
            @Override
            public Score score(Findings findings, Settings settings, Work work) {
                return Score.scored("acme", "fine");
            }
        });
        notices(contract::givesNoGradeWhereNothingWasMeasured);
        notices(contract::givesNoGradeToAKindItDoesNotKnow);
    }

    @Test
    void aScorerThatFailsIsNoticed() {
        ScorerContractTest contract = contract(new DemoCount() {
            @Override
            public Score score(Findings findings, Settings settings, Work work) {
                Reading.Measured cells = (Reading.Measured) findings.summary().reading(SpermMeasures.CELLS);
                if (cells.value() < 0) {
                    throw new ArithmeticException("negative");
                }
                return Score.scored("acme", "fine");
            }
        });
        broken(contract::survivesEachReadingThatIsMissing);
        broken(contract::takesAPersonsWordForAReading);
        broken(contract::survivesOddFigures);
        broken(contract::givesNoGradeWhereNothingWasMeasured);
    }

    @Test
    void aScorerThatKeepsStateIsNoticed() {
        AtomicInteger calls = new AtomicInteger();
        ScorerContractTest contract = contract(new DemoCount() {
            @Override
            public Score score(Findings findings, Settings settings, Work work) {
                return Score.scored("acme", "call " + calls.incrementAndGet());
            }
        });
        notices(contract::gradesTheSameTwice);
        notices(contract::gradesTheSameInEveryThread);
        notices(contract::gradesTheSameInAnyOrder);
    }

    @Test
    void aGradeOfAnItemThatIsNotThereIsNoticed() {
        notices(contract(new DemoCount() {
            @Override
            public Score score(Findings findings, Settings settings, Work work) {
                return new Score.Scored("acme", "A", null, List.of(), List.of(new Score.ItemGrade(0, 99, "A")));
            }
        })::gradesOnlyItemsThatThereAre);
    }

    @Test
    void aReaderThatIgnoresLimitsAndClockIsNoticed() {
        FrameReaderContractTest contract = contract(new RawReader() {
            @Override
            public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
                return super.open(input, Long.MAX_VALUE, Integer.MAX_VALUE, Work.unlimited());
            }
        });
        notices(contract::refusesAFileOneStepOverALimit);
        notices(contract::stopsWhenCalledOff);
    }

    @Test
    void aReaderThatTrustsItsInputIsNoticed() {
        FrameReaderContractTest contract = contract(new RawReader() {
            @Override
            public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
                byte[] head = new byte[10];
                int got = input.read(head);
                if (got < head.length || head[0] != 'R') {
                    throw new IllegalArgumentException("bad head");
                }
                return super.open(
                        new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(head), input),
                        maxPixels,
                        maxFrames,
                        work);
            }
        });
        notices(contract::survivesDamagedFiles);
        notices(contract::readsAFileCutShortWholeOrNotAtAll);
        broken(contract::readsAStreamThatGivesItsBytesOneByOne);
    }

    @Test
    void aReaderThatReadsACutFileInPartIsNoticed() {
        notices(contract(new RawReader() {
            @Override
            public Frames open(InputStream input, long maxPixels, int maxFrames, Work work) throws IOException {
                return new Forgiving(super.open(input, maxPixels, maxFrames, work));
            }
        })::readsAFileCutShortWholeOrNotAtAll);
    }

    @Test
    void aReaderThatClaimsEveryFileIsNoticed() {
        notices(contract(new RawReader() {
            @Override
            public boolean recognizes(byte[] start) {
                return true;
            }
        })::recognizesItsOwnFormatAndNoOther);
    }

    private static void notices(ThrowingCallable contract) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(contract);
    }

    private static void broken(ThrowingCallable contract) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(contract)).isNotNull();
    }

    private static Analyzer labeling(java.util.function.Function<Item, String> term) {
        return new BrightSpots() {
            @Override
            public FieldOfView look(Frames frames, Settings settings, Work work) {
                FieldOfView seen = super.look(frames, settings, work);
                List<Item> named = new ArrayList<>();
                for (Item i : seen.items()) {
                    named.add(Item.of(
                            i.id(),
                            i.center(),
                            i.outline(),
                            i.box(),
                            i.readings(),
                            List.of(new Label("size", term.apply(i)))));
                }
                return seen.holding(named);
            }
        };
    }

    private static Analyzer summing(java.util.function.UnaryOperator<Summary> change) {
        return new BrightSpots() {
            @Override
            public Findings summarize(List<FieldOfView> fields, Settings settings) {
                Findings right = super.summarize(fields, settings);
                return Findings.of(right.kind(), fields, change.apply(right.summary()));
            }
        };
    }

    private static AnalyzerContractTest contract(Analyzer analyzer) {
        return new AnalyzerContractTest() {
            @Override
            protected Analyzer plugin() {
                return analyzer;
            }

            @Override
            protected List<Supplier<Frames>> fields() {
                return BrightSpotsTest.twoFields();
            }
        };
    }

    private static ScorerContractTest contract(Scorer scorer) {
        return new ScorerContractTest() {
            @Override
            protected Scorer plugin() {
                return scorer;
            }

            @Override
            protected List<Findings> findings() {
                return DemoCountTest.eightSpots();
            }
        };
    }

    private static FrameReaderContractTest contract(FrameReader reader) {
        return new FrameReaderContractTest() {
            @Override
            protected FrameReader plugin() {
                return reader;
            }

            @Override
            protected List<byte[]> files() {
                return List.of(RawReaderTest.threeFrames());
            }
        };
    }

    /** Frames that end without a word where the file ends. */
    private static final class Forgiving implements Frames {
        private final Frames frames;

        Forgiving(Frames frames) {
            this.frames = frames;
        }

        @Override
        public int width() {
            return frames.width();
        }

        @Override
        public int height() {
            return frames.height();
        }

        @Override
        public int count() {
            return frames.count();
        }

        @Override
        public Optional<org.fertivision.image.Frame> next() {
            try {
                return frames.next();
            } catch (RejectedException e) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<org.fertivision.image.Calibration> calibration() {
            return frames.calibration();
        }

        @Override
        public Optional<org.fertivision.image.Timing> timing() {
            return frames.timing();
        }
    }
}
