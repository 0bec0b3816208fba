package dev.readback.agent.openclaw;

/** A gate for tests: what is called harmless is, some is to be repeated, one is never let run, the rest is asked about. */
final class Judging implements CommandJudge {

    static final String NEVER = "That would delete everything.";

    @Override
    public Ruling judge(Wish wish, String gateway) {
        String line = wish.line();
        if (line.equals("rm -rf /")) {
            return new Ruling.Deny(NEVER);
        }
        if (line.startsWith("rm -r ")) {
            String object = line.substring(line.lastIndexOf(' ') + 1);
            return new Ruling.RepeatBack("Say yes and " + object + ".", object);
        }
        boolean harmless = line.startsWith("echo ") || line.startsWith("cat ") || line.contains("harmless");
        return harmless
                ? new Ruling.Allow()
                : new Ruling.Confirm("Shall " + line + " run at the Gateway " + gateway + "?");
    }
}
