import type { Going, Part, Ready, Speaker } from './protocol.ts';
import type { VoiceState } from './state.ts';

const GOING: Record<Going, string> = {
  preparing: 'Getting ready…',
  listening: 'Listening.',
  thinking: 'Thinking…',
  asking: 'Waiting for your answer.',
  running: 'Running…',
  speaking: 'Speaking.',
  busy: 'Others are talking here just now. Typing works meanwhile.',
};

const hasKeys = (): boolean => globalThis.matchMedia?.('(pointer: fine)').matches ?? true;

/** What goes on, in words; empty where nothing does. */
export function inWords(state: VoiceState): string {
  const { phase, trouble, sounding, muted, handsFree, down, going, say } = state;
  switch (phase) {
    case 'off':
      return trouble;
    case 'opening':
      return 'Opening the microphone…';
    case 'lost':
      return 'The connection is lost; taking it up again by itself.';
    case 'on':
      break;
  }
  if (trouble) {
    return trouble;
  }
  if (sounding !== null) {
    return `Speaking. Tap the microphone${hasKeys() ? ', or press Escape,' : ''} for quiet.`;
  }
  if (muted) {
    return 'Muted. Tap the microphone to go on.';
  }
  if (!handsFree && down) {
    return 'Listening. Let go when you are done.';
  }
  if (!handsFree && (going === 'listening' || going === 'asking')) {
    return going === 'asking' ? 'Hold the button and answer.' : `Hold the button${hasKeys() ? ', or the space bar,' : ''} and talk.`;
  }
  return say || GOING[going];
}

/** The same for a screen reader, which does not talk into what is said, nor tell of each step of the work. */
export function aloud(state: VoiceState): string {
  const { phase, trouble, saying, going } = state;
  const busy = phase === 'on' && !trouble && (saying.length > 0 || going === 'thinking' || going === 'running' || going === 'speaking');
  return busy ? '' : inWords(state);
}

/** Which ear and which mouth serve, and `where`. */
export function serves({ ear, mouth }: Ready, speaker: Speaker, where = ' on this server'): { hears: string; speaks: string } {
  return { hears: ear.state === 'ready' ? `${ear.name}${where}` : 'not yet', speaks: speaks(mouth, speaker, where) };
}

function speaks(mouth: Part, speaker: Speaker, where: string): string {
  switch (speaker) {
    case 'nobody':
      return 'nobody';
    case 'browser':
      return 'your browser';
    case 'server':
      return mouth.state === 'ready' ? `${mouth.name}${where}` : 'your browser';
  }
}
