package org.bluescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.bluescript.language.session.SavedSession;
import org.bluescript.language.session.SeenProgram;
import org.bluescript.language.session.Session;
import org.bluescript.language.session.SessionFile;
import org.bluescript.language.session.UnreadableSession;
import org.bluescript.profiler.ProfileFile;
import org.bluescript.profiler.UnreadableProfile;

/** Keeps sessions in files, with what was seen of their functions. */
final class SessionKeeping {
    private SessionKeeping() {}

    static void save(Session session, Path file) throws IOException {
        SeenProgram seen = session.seen();
        SessionFile.write(file, session.save().with(ProfileFile.text(seen.program(), seen.profile())));
    }

    /** Makes a session, in which nothing has been evaluated yet, what was saved. */
    static void restore(Session session, SavedSession saved) throws UnreadableSession {
        session.restore(saved);
        if (saved.profile().isEmpty()) {
            return;
        }
        try {
            session.know(ProfileFile.parse("the session", saved.profile(), session.seen().program()).profile());
        } catch (UnreadableProfile e) {
            throw new UnreadableSession(e.getMessage());
        }
    }
}
