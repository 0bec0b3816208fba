package dev.readback.question;

/** The words that decide: what denies, what consents, what holds off. Apostrophes are left out, as recognisers often do. */
final class Vocabulary {

    /** Any of these anywhere is a no. */
    static final Phrases DENY = Phrases.of("""
            no, nope, nah, naw, nay, not, dont, do not, never, nevermind, stop, cancel, abort, wait, hold on, hold it, hold off, \
            hang on, halt, quit, forget it, forget that, forget about it, leave it, skip it, skip that, scrap that, scratch that, \
            negative, refuse, reject, decline, deny, denied, wrong, mistake, undo, pause, whoa, woah, wont, shouldnt, cant, cannot, \
            isnt, arent, doesnt, didnt, wouldnt, couldnt, mustnt, neednt, neither, nothing, none, nein, back out, back off, \
            kill that""");

    /** A consent starts with one of these. */
    static final Phrases YES = Phrases.of("""
            yes, yeah, yep, yup, yea, yeh, yah, aye, yessir, sure, sure thing, ok, okay, okey, alright, all right, affirmative, \
            absolutely, definitely, certainly, of course, go ahead, go for it, go on, do it, do that, do so, please do, confirm, \
            confirmed, i confirm, proceed, approve, approved, i approve, sounds good, make it so, correct, thats correct, thats right, \
            exactly, indeed, fine, very well, by all means, run it, lets do it, lets go, yes please""");

    /** Said before the first word that counts. */
    static final Phrases FILLER =
            Phrases.of("uh, uhm, um, umm, er, erm, eh, ah, oh, hm, hmm, mm, mhm, well, so, and, like");

    /** With one of these in it, a yes is not one yet. */
    static final Phrases HOLD_OFF = Phrases.of("""
            what, whats, why, which, how, hows, when, who, whos, where, wheres, whether, but, if, maybe, perhaps, possibly, probably, \
            unless, until, till, first, before, after, later, afterwards, tomorrow, tonight, soon, instead, except, rather, although, \
            though, however, other, another, different, unsure, suppose, guess, think, should, could, would, does, did, is it, is that, \
            are you, only if, in a minute, in a moment, in a second, one moment, one second, one sec, a moment, a second, \
            let me, actually, wonder, depends, careful, explain, tell me, show me, question""");

    /** Words for doing something: after a yes they must be those of the question. */
    static final Phrases ACTS = Phrases.of("""
            restart, start, reload, enable, disable, delete, remove, erase, wipe, drop, kill, terminate, reboot, shut, shutdown, power, \
            install, uninstall, upgrade, update, move, copy, rename, create, add, lock, unlock, mount, unmount, format, prune, purge, \
            scale, deploy, roll, change, chmod, chown, edit, write, clear, clean, empty, truncate, overwrite, flush""");

    /** Words that add nothing to a restatement. */
    static final Phrases PLEASANTRY = Phrases.of("""
            the, a, it, that, this, please, now, right, go, ahead, do, and, then, for, me, good, thanks, thank, you, on, yes, yeah, \
            sure, ok, okay, just, up, down, away, off, of, service, file, machine, server, box, here, again, all, permanently""");

    private Vocabulary() {}
}
