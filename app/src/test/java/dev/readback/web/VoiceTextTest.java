package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.voice.Latency;
import dev.readback.voice.Telling;
import dev.readback.voice.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceTextTest {
    private static final UUID ID = UUID.fromString("5f0c1e60-7a35-4a56-9c0b-1d6a6a3f1e11");
    private static final UUID OTHER = UUID.fromString("6a1d2f71-8b46-4b67-8d1c-2e7b7b402f22");

    static Stream<Arguments> incoming() {
        Told.Manner quiet = new Told.Manner(Told.Speaker.NOBODY, Optional.of("af_heart"), 1.25, false);
        Told.Manner usual = new Told.Manner(Told.Speaker.SERVER, Optional.empty(), 1, true);
        return Stream.of(
                Arguments.of("{'type':'hello'}", new Told.Hello(Told.Codec.PCM16, 16000, Optional.empty(), usual)),
                Arguments.of(
                        "{'type':'hello','codec':'opus','rate':48000,'heard_up_to':71,'speaker':'nobody','voice':'af_heart',"
                                + "'pace':1.25,'hands_free':false,'later':'ignored'}",
                        new Told.Hello(Told.Codec.OPUS, 48000, Optional.of(71L), quiet)),
                Arguments.of(
                        "{'type':'hello','codec':'pcm16','rate':16000,'heard_up_to':null,'voice':null,'pace':1}",
                        new Told.Hello(Told.Codec.PCM16, 16000, Optional.empty(), usual)),
                Arguments.of(
                        "{'type':'manner','speaker':'nobody','voice':'af_heart','pace':1.25,'hands_free':false}",
                        new Told.Changed(quiet)),
                Arguments.of("{'type':'text','text':'how full is the disk'}", new Told.Typed("how full is the disk")),
                Arguments.of("{'type':'answer','question_id':'" + ID + "','text':'yes'}", new Told.Answered(ID, "yes")),
                Arguments.of("{'type':'barge_in','turn_id':71}", new Told.BargeIn()),
                Arguments.of("{'type':'playing','turn_id':-3}", new Told.Playing(-3)),
                Arguments.of(
                        "{'type':'played','turn_id':71,'ms':250,'to_the_end':true}", new Told.Played(71, 250, true)),
                Arguments.of("{'type':'mute','muted':true}", new Told.Muted(true)),
                Arguments.of("{'type':'press','down':false}", new Told.Pressed(false)),
                Arguments.of("{'type':'shown','question_id':'" + ID + "'}", new Told.Shown(ID)));
    }

    @ParameterizedTest
    @MethodSource("incoming")
    void a_message_becomes_what_it_says(String json, Told told) {
        assertThat(VoiceText.told(json.replace('\'', '"'))).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{'type':'dance'}",
                "{'type':7}",
                "{'type':'hello','codec':'mp3'}",
                "{'type':'hello','rate':7999}",
                "{'type':'hello','rate':'16000'}",
                "{'type':'hello','rate':1e99}",
                "{'type':'hello','pace':0}",
                "{'type':'hello','pace':'fast'}",
                "{'type':'hello','speaker':'SERVER'}",
                "{'type':'hello'}{'type':'hello'}",
                "{'type':'text','text':' '}",
                "{'type':'text'}",
                "{'type':'answer','text':'yes'}",
                "{'type':'answer','text':'yes','question_id':'1'}",
                "{'type':'playing','turn_id':1.5}",
                "{'type':'played','turn_id':99999999999999999999,'ms':1}",
                "{'type':'mute'}",
                "{'type':'press','down':'yes'}"
            })
    void what_is_no_message_of_ours_is_said_in_a_sentence(String json) {
        assertThatThrownBy(() -> VoiceText.told(json.replace('\'', '"')))
                .isInstanceOf(BadRequest.class)
                .hasMessageEndingWith(".");
    }

    static Stream<Arguments> outgoing() {
        Question question = new Question(
                ID,
                QuestionKind.REPEAT,
                "Say it.",
                "rm x",
                List.of(),
                Optional.of("x"),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty());
        Latency latency = new Latency(
                ID,
                Optional.empty(),
                Instant.EPOCH,
                List.of(
                        new Latency.Reached(Latency.Stage.PLAN, -4),
                        new Latency.Reached(Latency.Stage.FIRST_AUDIO, 310)));
        return Stream.of(
                Arguments.of(
                        new Telling.Ready(Optional.of(ID), ScriptedVoice.STANDING, Told.Speaker.BROWSER),
                        "{'type':'ready','session_id':'" + ID
                                + "','ear':{'state':'ready','name':'Some ear','say':'Listens.','done':0,'total':0},"
                                + "'mouth':{'state':'preparing','name':null,'say':'Fetching.','done':3,'total':10},"
                                + "'voices':[{'id':'one','name':'One'}],'seats':2,'taken':1,'speaker':'browser'}"),
                Arguments.of(
                        new Telling.StateIs(Telling.State.LISTENING, "I listen."),
                        "{'type':'state','state':'listening','say':'I listen.'}"),
                Arguments.of(
                        new Telling.WasHeard("restart engine x", true, List.of("engine", "x")),
                        "{'type':'heard','text':'restart engine x','final':true,'doubtful':['engine','x']}"),
                Arguments.of(
                        new Telling.Moved(ID, OTHER, "running"),
                        "{'type':'execution','session_id':'" + ID + "','execution_id':'" + OTHER
                                + "','state':'running'}"),
                Arguments.of(
                        new Telling.Open(Optional.of(question)),
                        "{'type':'question','question':{'id':'" + ID
                                + "','kind':'repeat','text':'Say it.','context':'rm x','choices':[],"
                                + "'expires_at':'1970-01-01T00:00:00Z','object':'x'}}"),
                Arguments.of(new Telling.Open(Optional.empty()), "{'type':'question','question':null}"),
                Arguments.of(
                        new Telling.Say(71, "It is full.", 24000),
                        "{'type':'say','turn_id':71,'text':'It is full.','rate':24000}"),
                Arguments.of(new Telling.SaidAll(71), "{'type':'said','turn_id':71}"),
                Arguments.of(new Telling.Hold(-1), "{'type':'hold','turn_id':-1}"),
                Arguments.of(new Telling.GoOn(-1), "{'type':'go_on','turn_id':-1}"),
                Arguments.of(new Telling.Hush(-1), "{'type':'hush','turn_id':-1}"),
                Arguments.of(
                        new Telling.Took(latency),
                        "{'type':'latency','session_id':'" + ID
                                + "','execution_id':null,'speech_ended':'1970-01-01T00:00:00Z',"
                                + "'stages':[{'stage':'plan','after_ms':-4},{'stage':'first_audio','after_ms':310}]}"),
                Arguments.of(
                        new Telling.Fallback("persona", "embedded", "It is busy."),
                        "{'type':'fallback','lost':'persona','serves':'embedded','say':'It is busy.'}"),
                Arguments.of(
                        new Telling.Trouble("too_busy", "Later."),
                        "{'type':'error','code':'too_busy','say':'Later.'}"));
    }

    @ParameterizedTest
    @MethodSource("outgoing")
    void what_we_tell_is_on_the_wire_as_written_down(Telling telling, String json) {
        assertThat(VoiceViews.of(telling)).isEqualTo(json.replace('\'', '"'));
    }

    @Test
    void a_reason_to_close_is_cut_between_characters() {
        assertThat(VoiceLine.shortened("ü".repeat(200))).isEqualTo("ü".repeat(61));
        assertThat(VoiceLine.shortened("short")).isEqualTo("short");
    }
}
