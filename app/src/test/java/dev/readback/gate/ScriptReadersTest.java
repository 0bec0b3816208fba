package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small readers of sed scripts and awk programs. */
class ScriptReadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s/a/b/g",
                "1,5p",
                "/x/d",
                "$!N;s/\\n/ /",
                "s|/|_|2p",
                "/a/,/b/{s/x/y/;p}",
                "y/abc/xyz/",
                "2q",
                "1~2p",
                "s/[^a-z]//g",
                "a hello; w x",
                "s/w/e/"
            })
    void sed_scripts_that_only_print(String script) {
        assertThat(SedScript.read(script)).as(script).isEqualTo(SedScript.Finding.PRINTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w out",
                "s/a/b/w out",
                "s/a/b/gw out",
                "/x/w out",
                "e",
                "1e id",
                "s/a/b/e",
                "p;e id",
                "{w out\n}",
                "s,a,b,e",
                "r /etc/hosts",
                "W x",
                "s/a\\/b/c/e",
                "s/[/]w/x/"
            })
    void sed_scripts_that_do_more(String script) {
        assertThat(SedScript.read(script)).as(script).isNotEqualTo(SedScript.Finding.PRINTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{print $1}",
                "NR==1, NR==5",
                "$3 > 10 {n++} END {print n}",
                "/a|b/ {print}",
                "BEGIN {FS=\":\"} {print $NF}",
                "{s += $1} END {print s/NR}",
                "{print ($1 > 2)}",
                "{printf \"%s|%s\\n\", $1, $2}",
                "1 # system()"
            })
    void awk_programs_that_only_print(String program) {
        assertThat(AwkScript.onlyPrints(program)).as(program).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN {system(\"id\")}",
                "{print > \"x\"}",
                "{print | \"sh\"}",
                "{\"id\" | getline}",
                "{print >> \"x\"}",
                "{getline x < \"/etc/shadow\"}",
                "@load \"x\"",
                "{print $1 > $2}",
                "{f=\"system\"; @f(\"id\")}",
                "{print \"a\" |& \"sh\"}",
                "{print ENVIRON[\"X\"]}",
                "{print \"unclosed}"
            })
    void awk_programs_that_do_more(String program) {
        assertThat(AwkScript.onlyPrints(program)).as(program).isFalse();
    }
}
