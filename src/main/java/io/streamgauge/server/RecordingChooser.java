package io.streamgauge.server;

import io.streamgauge.provider.Dialect;
import java.util.Optional;

/** Picks the recording that a request gets: the one its header names, or as the server's choice goes. */
final class RecordingChooser {
    private final Library library;
    private final RecordingChoice choice;

    RecordingChooser(Library library, RecordingChoice choice) {
        this.library = library;
        this.choice = choice;
    }

    /** How this request's recording is picked, when its header does not name one. */
    private RecordingChoice choice(Controls controls) {
        return controls.recording().flatMap(RecordingChoice::byWord).orElse(choice);
    }

    /** Where the request's random choices come from; each request has its own only if chance is more than a cut. */
    long seed(Controls controls, long serverSeed, long requestNumber) {
        boolean ownSeed =
                choice(controls) == RecordingChoice.BY_SEED || controls.manner().isRandom();
        long seed = ownSeed ? serverSeed + requestNumber : serverSeed;
        return controls.seed().orElse(seed);
    }

    /**
     * The recording for a request.
     *
     * @param dialect what the endpoint speaks; a recording that is asked for by name in the header may be of any
     * @throws RefusedException when there is none
     */
    ReplayBody choose(Endpoint.Match match, Dialect dialect, AskedFor asked, Controls controls, long seed)
            throws RefusedException {
        Optional<String> named =
                controls.recording().filter(name -> RecordingChoice.byWord(name).isEmpty());
        if (named.isPresent()) {
            return byHeader(named.get());
        }
        Optional<ReplayBody> chosen = switch (choice(controls)) {
            case BY_MODEL -> Optional.of(byModel(match, dialect, asked));
            case IN_TURN -> library.inTurn(dialect);
            case BY_SEED -> library.bySeed(dialect, seed);
        };
        return chosen.orElseThrow(() -> nothingSpeaks(dialect));
    }

    private ReplayBody byHeader(String name) throws RefusedException {
        return library.byName(name)
                .orElseThrow(() -> new RefusedException(
                        Refusal.BAD_REQUEST,
                        "Header " + Controls.RECORDING + " is '" + name
                                + "': expected the name of a recording, by-model, in-turn or by-seed."));
    }

    private ReplayBody byModel(Endpoint.Match match, Dialect dialect, AskedFor asked) throws RefusedException {
        if (match.endpoint() == Endpoint.RUNS && asked.model().isEmpty()) {
            // A run takes its model from its assistant, which may have the name of a recording.
            return asked.assistant()
                    .flatMap(id -> library.byModel(dialect, id))
                    .or(() -> library.inTurn(dialect))
                    .orElseThrow(() -> nothingSpeaks(dialect));
        }
        String model = match.model()
                .or(asked::model)
                .orElseThrow(() -> new RefusedException(Refusal.BAD_REQUEST, "You must provide a model parameter."));
        return library.byModel(dialect, model)
                .or(() -> otherForm(dialect)
                        .flatMap(other -> library.byModel(other, model))
                        .map(ReplayBody::otherForm))
                .orElseThrow(
                        () -> new RefusedException(Refusal.UNKNOWN_MODEL, "The model `" + model + "` does not exist."));
    }

    /** One answer of Gemini's can be asked for in two forms, whichever was recorded. */
    private static Optional<Dialect> otherForm(Dialect dialect) {
        return switch (dialect) {
            case GEMINI -> Optional.of(Dialect.GEMINI_JSON_ARRAY);
            case GEMINI_JSON_ARRAY -> Optional.of(Dialect.GEMINI);
            default -> Optional.empty();
        };
    }

    private static RefusedException nothingSpeaks(Dialect dialect) {
        return new RefusedException(
                Refusal.UNKNOWN_MODEL, "This server has no recording of dialect " + dialect.wireName() + ".");
    }
}
