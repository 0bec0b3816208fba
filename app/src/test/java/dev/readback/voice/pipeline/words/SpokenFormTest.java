package dev.readback.voice.pipeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Restart nginx? | Restart nginx?
            The disk is 85% full. | The disk is eighty-five percent full.
            12.5 GB are left | twelve point five gigabytes are left
            1 GB is left | one gigabyte is left
            512MiB of RAM | five hundred twelve mebibytes of ram
            It took 240ms. | It took two hundred forty milliseconds.
            load 0.75, 1,250 tasks | load zero point seven five, one thousand two hundred fifty tasks
            see /var/log/nginx/error.log | see slash var slash log slash nginx slash error dot log
            host 192.168.1.10:8096 is up | host one nine two dot one six eight dot one dot ten port eighty ninety-six is up
            10.0.0.0/8 | ten dot zero dot zero dot zero slash eight
            port 443 is open | port four forty-three is open
            port 5432 | port fifty-four thirty-two
            port 3000 | port three thousand
            port 27017 | port two seven zero one seven
            localhost:8080 answers | localhost port eighty eighty answers
            https://example.com/status | example dot com slash status
            run "systemctl restart redis" now | run systemctl restart redis now
            use -rf, or --force | use dash R F, or dash dash force
            the CPU and the SSH daemon | the cpu and the ssh daemon
            container web_1 of my-app | container web underscore one of my app
            since 2026-11-03 at 14:05 | since November third, twenty twenty-six at fourteen oh five
            version 1.24.3 runs | version one dot twenty-four dot three runs
            commit 3fa9c1d8e2 | commit three F A nine C one D
            the 3rd disk, sda1 | the third disk, sda one
            root@db2 (idle) | root at D B two , idle,
            -5°C outside | minus five degrees outside
            2026 | two thousand twenty-six
            007 | zero zero seven
            yes & no | yes and no
            """)
    void what_is_written_is_said_in_words(String written, String spoken) {
        assertThat(SpokenForm.of(written)).isEqualTo(spoken);
    }
}
