import { Aloud } from './aloud.ts';
import { Link, type LinkEvents } from './link.ts';
import { Microphone, type MicrophoneEvents } from './microphone.ts';
import { OpusEncoder, wantsOpus } from './opus.ts';
import { PersonaPlayer } from './persona-player.ts';
import { Player, type Mouth, type MouthEvents } from './player.ts';
import { cannotDecode, whatPlays } from './plays.ts';
import { PERSONAS, type Hello, type Plays } from './protocol.ts';
import type { Refusal } from './refusal.ts';
import { Room } from './room.ts';

/** What one talk is made of, from its beginning to its end. */
export class Gear {
  readonly microphone: Microphone;
  readonly player: Player;
  readonly link: Link;
  private readonly room = new Room();
  private readonly aloud: Aloud;
  private encoder: OpusEncoder | null = null;
  private playing: PersonaPlayer | null = null;
  /** What of a persona's voice can be played; known once the microphone is open. */
  plays: Plays = 'pcm16';

  /** Must be made while the person touches the page. */
  constructor(
    private readonly address: () => string,
    private readonly events: { microphone: MicrophoneEvents; mouth: MouthEvents; link: LinkEvents },
  ) {
    const { microphone, mouth, link } = events;
    this.aloud = new Aloud(mouth);
    this.aloud.unlock();
    this.player = new Player(this.room, mouth);
    this.microphone = new Microphone(this.room, microphone);
    this.link = new Link(address(), link);
  }

  /** Opens the microphone; gives why it cannot be had, or null. */
  async open(): Promise<Refusal | null> {
    const [refusal, plays] = await Promise.all([this.microphone.open(), whatPlays()]);
    this.plays = plays;
    if (!refusal && (await wantsOpus())) {
      this.encoder = new OpusEncoder(
        (packet) => this.link.frame(packet),
        () => this.bare(),
      );
    }
    return refusal;
  }

  get codec(): Hello['codec'] {
    return this.encoder ? 'opus' : 'pcm16';
  }

  send(frame: ArrayBuffer): void {
    if (this.encoder) {
      this.encoder.push(frame);
    } else {
      this.link.frame(frame);
    }
  }

  /** Sound of the server: its first byte says whose it is. A persona's is dropped where it may not sound. */
  heard(bytes: ArrayBuffer, mayChat: boolean): void {
    const sound = bytes.slice(1);
    if (new Uint8Array(bytes)[0] !== PERSONAS) {
      this.player.sound(sound);
    } else if (mayChat) {
      this.playing ??= new PersonaPlayer(this.room, this.plays, () => this.undecoded());
      this.playing.packet(sound);
    }
  }

  get personaLevel(): number {
    return this.playing?.level ?? 0;
  }

  flushPersona(): void {
    this.playing?.flush();
  }

  /** Who says something of this rate; 0 is for the browser to speak. */
  mouth(rate: number): Mouth {
    return rate > 0 ? this.player : this.aloud;
  }

  each(act: (mouth: Mouth) => void): void {
    [this.player, this.aloud].forEach(act);
  }

  close(): void {
    this.encoder?.close();
    this.link.close();
    this.microphone.close();
    this.player.close();
    this.playing?.close();
    this.aloud.close();
    this.room.close();
  }

  /** Without the encoder the sound goes as it is; a codec is told once a connection, so it takes another. */
  private bare(): void {
    this.encoder = null;
    this.again();
  }

  /** The persona's voice comes as it is from now on. */
  private undecoded(): void {
    this.plays = cannotDecode();
    this.playing?.close();
    this.playing = null;
    this.again();
  }

  private again(): void {
    this.events.link.lost(true);
    this.link.move(this.address());
  }
}
