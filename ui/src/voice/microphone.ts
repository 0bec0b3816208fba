import { refusalOf, refusedBeforehand, type Refusal } from './refusal.ts';
import type { Room } from './room.ts';

export interface MicrophoneEvents {
  /** 20 ms of sound, and how loud it is from 0 to 1. */
  frame(sound: ArrayBuffer, level: number): void;
  /** It was taken away, and cannot be had again just now. */
  gone(refusal: Refusal): void;
  /** It is back. */
  back(): void;
}

const WANTED: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
};

/** The microphone of this device, as frames of the wire. One that is unplugged is opened again when there is one. */
export class Microphone {
  private stream: MediaStream | null = null;
  private source: MediaStreamAudioSourceNode | null = null;
  private node: AudioWorkletNode | null = null;
  private closed = false;

  constructor(
    private readonly room: Room,
    private readonly events: MicrophoneEvents,
  ) {}

  /** Gives why it cannot be had, or null once it is open. */
  async open(): Promise<Refusal | null> {
    const before = refusedBeforehand();
    if (before) {
      return before;
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia(WANTED);
      await this.room.ready;
      this.closed ? stop(stream) : this.connect(stream);
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** A muted one gives silence, and browsers show it so. */
  mute(muted: boolean): void {
    this.stream?.getAudioTracks().forEach((track) => (track.enabled = !muted));
  }

  close(): void {
    this.closed = true;
    navigator.mediaDevices?.removeEventListener?.('devicechange', this.again);
    this.disconnect();
    this.node?.disconnect();
    this.node = null;
  }

  private connect(stream: MediaStream): void {
    this.disconnect();
    const { context } = this.room;
    this.stream = stream;
    this.source = context.createMediaStreamSource(stream);
    this.node ??= this.made();
    this.source.connect(this.node);
    stream.getAudioTracks().forEach((track) => track.addEventListener('ended', () => this.stream === stream && void this.lost()));
  }

  private made(): AudioWorkletNode {
    const node = new AudioWorkletNode(this.room.context, 'capture', { channelCount: 1, channelCountMode: 'explicit' });
    node.port.onmessage = ({ data }: MessageEvent<{ buffer: ArrayBuffer; level: number }>) => this.events.frame(data.buffer, data.level);
    // It gives no sound; but what leads nowhere is not worked by every browser.
    node.connect(this.room.context.destination);
    return node;
  }

  private disconnect(): void {
    this.source?.disconnect();
    this.source = null;
    if (this.stream) {
      stop(this.stream);
    }
    this.stream = null;
  }

  /** There may be another one: a headset that was pulled leaves the one of the device. */
  private async lost(): Promise<void> {
    this.disconnect();
    const refusal = await this.open();
    if (refusal && !this.closed) {
      this.events.gone(refusal === 'none' ? 'unplugged' : refusal);
      navigator.mediaDevices.addEventListener('devicechange', this.again);
    } else {
      this.events.back();
    }
  }

  private readonly again = async (): Promise<void> => {
    if (!this.stream && (await this.open()) === null && !this.closed) {
      navigator.mediaDevices.removeEventListener('devicechange', this.again);
      this.events.back();
    }
  };
}

const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
