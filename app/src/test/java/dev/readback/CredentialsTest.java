package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person wrote down by hand may hold a password; it goes to no model. */
class CredentialsTest {

    @Test
    void lines_of_notes_that_hold_a_password_are_left_out() {
        String notes = "# Notes\n- The wifi password is hunter2x\n- The shop runs on web1\n- api_key=abcdef1234567890";

        assertThat(Credentials.leftOut(notes)).isEqualTo("# Notes\n- The shop runs on web1");
    }

    @Test
    void what_only_tells_where_a_password_is_stays() {
        String notes = "- the password is kept in the safe";

        assertThat(Credentials.leftOut(notes)).isEqualTo(notes);
    }

    @Test
    void what_leaves_this_machine_holds_no_credential_told_in_words() {
        assertThat(Credentials.masked("user: the password of root is hunter2x\nuser: restart the shop"))
                .doesNotContain("hunter2x")
                .contains("restart the shop");
    }

    @Test
    void a_request_about_a_password_may_leave() {
        assertThat(Credentials.masked("change the password of bob")).isEqualTo("change the password of bob");
    }
}
